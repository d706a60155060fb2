internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// What can be wrong with a workspace as a whole, with its sentences in Indonesian.
enum WorkspaceSentence {
  private static let officePlace = SourcePlace(file: Workspace.officeFile)
  private static let regionPlace = SourcePlace(file: Workspace.regionFile)

  static func summary(of check: Inspection.Check) -> String {
    switch check {
    case .office: "kantor.yaml terbaca dan lengkap"
    case .officials: "camat tercatat untuk pengesahan"
    case .regions: "wilayah.csv terbaca, setiap desa punya kecamatan"
    case .calendars: "kalender nasional, kabupaten, dan kantor tanpa galat"
    case .localDates: "tanggal lokal yang belum dikukuhkan dengan surat kabupaten"
    case .holidays: "hari libur tahun ini dan tahun depan tersedia"
    case .estimates: "hari libur yang masih perkiraan"
    case .rules: "tepat satu aturan berlaku untuk setiap kewajiban"
    case .ledger: "setiap baris buku utuh, rantainya tidak putus, jamnya maju"
    case .subjects: "setiap baris menyebut laporan, kejadian, dan unit yang dikenal"
    case .lateEntries: "pencatatan susulan"
    case .repeatedRows: "baris yang mengulang baris lain"
    case .extensions: "perpanjangan yang suratnya datang sesudah tenggat"
    case .clock: "jam pencatatan dalam zona kantor"
    }
  }

  static func unknownCalendar(_ name: String, known: [String]) -> Finding {
    let nearest = nearestMatch(to: name, among: known)
    return Finding(
      at: officePlace, "kalender '\(name)' tidak ada",
      fix: nearest.map { "mungkin maksudnya '\($0)'" }
        ?? "yang tersedia: \(known.sorted().joined(separator: ", "))")
  }

  static func unknownZone(_ province: RegionCode) -> Finding {
    Finding(
      at: SourcePlace(file: "Calendars/kantor/zona-waktu.csv"),
      "zona waktu provinsi \(province) tidak ada", fix: "tambahkan barisnya")
  }

  static func noOfficial(_ role: String) -> Finding {
    Finding(
      .remark, at: officePlace, "pejabat '\(role)' belum dicatat",
      fix: "isi bagian pejabat agar pengesahan ekspor memuat namanya")
  }

  static var noKecamatan: Finding {
    Finding(
      at: regionPlace, "tidak ada kecamatan dalam tabel", fix: "tambahkan baris kode kecamatannya")
  }

  static func villageWithoutKecamatan(_ unit: Unit) -> Finding {
    Finding(
      at: regionPlace, "desa \(unit.code) \(unit.name) tidak punya baris kecamatan",
      fix: "tambahkan \(unit.code.kecamatan), atau hapus desanya")
  }

  static func localDates(_ file: String, count: Int, firstLine: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: file, line: firstLine, column: 1),
      "\(count) tanggal lokal masih tanggal lazim, bukan surat kabupaten",
      fix: "cocokkan, lalu tulis suratnya di folder kalender/ ruang kerja")
  }

  static func noHolidays(_ year: Int) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: "Calendars/libur/\(year).yaml"),
      "hari libur \(year) belum ada, hari kerja tahun itu tidak dapat dihitung",
      fix: "tambahkan berkasnya sesudah SKB terbit")
  }

  static func estimates(_ holidays: [Holiday], _ year: Int) -> Finding {
    let days = holidays.map { "\($0.date.indonesian) \($0.name)" }.joined(separator: ", ")
    return Finding(
      .remark, at: SourcePlace(file: "Calendars/libur/\(year).yaml"),
      "\(holidays.count) hari libur masih perkiraan: \(days)",
      fix: "perbarui sesudah keputusan Menteri Agama")
  }

  static func ruleFault(_ fault: Plan.RuleFault, _ calendar: ReportCalendar) -> Finding {
    let code = calendar.codes[fault.report]
    let due = fault.due.indonesian
    let what =
      fault.holding.isEmpty
      ? "tidak ada aturan \(code) yang berlaku untuk periode \(fault.period) (tenggat \(due))"
      : "\(fault.holding.count) aturan \(code) berlaku bersamaan untuk periode \(fault.period)"
    return Finding(at: fault.place, what, fix: "perbaiki 'berlaku' pada aturan-aturannya")
  }

  static func unknownUnit(_ unit: RegionCode, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "unit \(unit) tidak ada dalam wilayah.csv",
      fix: "tambahkan unitnya, atau batalkan baris ini")
  }

  static func unknownSubject(_ code: String, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "'\(code)' tidak wajib atau tidak dikenal menurut kalender",
      fix: "baris ini tidak dihitung; periksa kodenya atau kalendernya")
  }

  static func lateEntry(_ row: LedgerEvent, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place,
      "susulan: tanggal \(row.date.indonesian), baru dicatat \(row.recorded.indonesian)",
      fix: "dihitung tersendiri; lain kali catat dalam 7 hari")
  }

  static func repeated(_ first: LedgerEvent.RowID, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "mengulang baris \(first.year)#\(first.number)",
      fix: "batalkan salah satunya bila keliru")
  }

  static func extendedTooLate(_ due: CivilDate, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "surat perpanjangan diterima sesudah tenggatnya, \(due.indonesian)",
      fix: "tetap dihitung; pastikan suratnya sah")
  }

  static func otherZone(at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "jam pencatatan bukan dalam zona kantor",
      fix: "periksa zona di kantor.yaml")
  }
}
