internal import ComplianceModel

/// What can be wrong with the file of users, with its sentences in Indonesian.
enum UserSentence {
  static func header(at place: SourcePlace, _ columns: [String]) -> Finding {
    Finding(
      WorkspaceProblem.damagedUsers, at: place, "kolomnya bukan \(columns.joined(separator: ","))",
      fix: place.file == Users.file
        ? "kembalikan berkas ini dari salinan, atau hapus dan tambahkan lagi para penggunanya"
        : "kembalikan berkas ini dari salinan, atau hapus dan buat lagi langganannya")
  }

  static func laterForm(at place: SourcePlace) -> Finding {
    Finding(
      WorkspaceProblem.damagedUsers, at: place,
      "berkas ini ditulis tenggat yang lebih baru (ada kolom tambahan)",
      fix: place.file == Users.file
        ? "pasang tenggat terbaru; dengan yang ini tidak seorang pun dapat masuk"
        : "pasang tenggat terbaru; dengan yang ini tidak ada langganan yang dijawab")
  }

  static func row(at place: SourcePlace, _ count: Int) -> Finding {
    Finding(
      WorkspaceProblem.damagedUsers, at: place,
      "baris ini tidak berisi \(count) kolom yang terbaca",
      fix: "perbaiki atau hapus barisnya")
  }

  static func repeated(_ account: String, line: Int, at place: SourcePlace) -> Finding {
    Finding(
      WorkspaceProblem.repeatedUser, at: place, "akun '\(account)' sudah ada di baris \(line)",
      fix: "hapus salah satunya")
  }

  static func password(_ account: String, at place: SourcePlace) -> Finding {
    Finding(
      WorkspaceProblem.unreadUser, at: place, "sandi akun '\(account)' bukan yang ditulis tenggat",
      fix: "hapus barisnya, lalu tambahkan lagi penggunanya")
  }

  static func field(_ fault: UserFault, at place: SourcePlace) -> Finding {
    Finding(WorkspaceProblem.unreadUser, at: place, fault.sentence, fix: fault.remedy)
  }

  static func goneVillage(
    _ village: RegionCode, of account: String, at place: SourcePlace
  ) -> Finding {
    Finding(
      WorkspaceProblem.goneVillage, .remark, at: place,
      "desa \(village) dari akun '\(account)' tidak dipantau di sini",
      fix: "hapus akun itu dan tambahkan lagi dengan desanya yang sekarang")
  }

  static func subscription(_ number: String, at place: SourcePlace) -> Finding {
    Finding(
      WorkspaceProblem.unreadUser, at: place,
      "langganan '\(number)' tidak terbaca, atau nomornya sudah ada",
      fix: "hapus barisnya, lalu buat lagi langganannya")
  }

  static func open(_ file: String) -> Finding {
    let what = file == Users.file ? "berkas pengguna" : "berkas langganan"
    return Finding(
      WorkspaceProblem.openUsers, at: SourcePlace(file: file),
      "orang lain di komputer ini dapat membaca atau mengubah \(what)",
      fix: "jalankan: chmod 600 \(file)")
  }
}
