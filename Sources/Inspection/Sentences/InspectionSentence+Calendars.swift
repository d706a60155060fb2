internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// Calendars and holidays.
extension InspectionSentence {
  static func localDates(_ file: String, count: Int, firstLine: Int) -> Finding {
    Finding(
      InspectionProblem.localDates, .remark,
      at: SourcePlace(file: file, line: firstLine, column: 1),
      "\(count) tanggal lokal masih tanggal lazim, bukan surat kabupaten",
      fix: "cocokkan, lalu tulis suratnya di folder kalender/ ruang kerja")
  }

  static func setForStranger(
    _ unit: RegionCode, _ report: String, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.setForStranger, at: place,
      "tenggat \(report) ditetapkan bagi unit \(unit), yang tidak dipantau di sini",
      fix: "perbaiki kodenya, atau hapus entri ini")
  }

  static func setWithoutEffect(
    _ report: String, _ period: Period, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.setWithoutEffect, at: place,
      "tenggat \(report) \(period) ditetapkan, padahal tidak ada yang wajib menyampaikannya",
      fix: "periksa laporan, periode, dan unitnya, atau hapus entri ini")
  }

  static func setImprobable(
    _ report: String, _ period: Period, _ doubt: Doubt, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.setImprobable, .remark, at: place,
      "tenggat \(report) \(period) \(doubt.words)",
      fix: "periksa tahun tanggal dan periodenya; bila memang demikian, tidak perlu apa-apa")
  }

  static func setBeneathExtension(
    _ report: String, _ period: Period, _ unitName: String, until due: CivilDate,
    _ row: LedgerEvent.RowID, at place: SourcePlace
  ) -> Finding {
    Finding(
      InspectionProblem.setBeneathExtension, .remark, at: place,
      "\(report) \(period) \(unitName) tetap bertenggat \(due.indonesian) karena diperpanjang "
        + "(baris \(row.text)), bukan tanggal yang ditetapkan",
      fix: "bila perpanjangan itu tidak berlaku lagi, batalkan: \(do: .void(row.text))")
  }

  static func noHolidays(_ year: Int) -> Finding {
    Finding(
      InspectionProblem.noHolidays, .remark,
      at: SourcePlace(file: "\(Workspace.holidayFolder)/\(year).yaml"),
      "hari libur \(year) belum ada, hari kerja tahun itu tidak dapat dihitung",
      fix: "tulis berkas ini sesudah SKB-nya terbit, bentuknya seperti Calendars/libur/2027.yaml")
  }

  static func replacedHolidays(_ path: String, _ year: Int) -> Finding {
    Finding(
      InspectionProblem.replacedHolidays, .remark, at: SourcePlace(file: path),
      "hari libur \(year) dibaca dari berkas ini, bukan dari Calendars/libur/\(year).yaml",
      fix: "hapus berkas ini bila daftar bawaan program sudah benar")
  }

  static func shadowedHolidays(_ path: String) -> Finding {
    Finding(
      InspectionProblem.shadowedHolidays, at: SourcePlace(file: path),
      "berkas ini tidak dibaca: hari libur tahun itu ada dua berkasnya",
      fix: "satukan isinya, lalu hapus salah satunya")
  }

  static func strayHolidays(_ path: String) -> Finding {
    Finding(
      InspectionProblem.strayHolidays, at: SourcePlace(file: path),
      "berkas ini tidak dibaca: namanya bukan TAHUN.yaml",
      fix: "beri nama tahunnya, misalnya 2028.yaml, atau pindahkan")
  }

  static func strayCalendar(_ path: String, isFolder: Bool) -> Finding {
    let isMeant = path.lowercased().contains("yaml") || path.lowercased().contains("yml")
    return Finding(
      InspectionProblem.strayCalendar, isMeant || isFolder ? .fault : .remark,
      at: SourcePlace(file: path),
      "tidak dibaca: yang dibaca di kalender/ hanya NAMA.yaml, iku/, dan libur/",
      fix: isFolder
        ? "pindahkan isinya ke kalender/, lalu hapus foldernya"
        : isMeant
          ? "perbaiki akhiran namanya menjadi .yaml" : "pindahkan bila tidak diperlukan")
  }

  static func estimates(_ holidays: [Holiday], inFile file: String) -> Finding {
    let days = holidays.map { "\($0.date.indonesian) \($0.name)" }.joined(separator: ", ")
    return Finding(
      InspectionProblem.estimates, .remark, at: SourcePlace(file: file),
      "\(holidays.count) hari libur masih perkiraan: \(days)",
      fix: "perbarui sesudah keputusan Menteri Agama")
  }
}
