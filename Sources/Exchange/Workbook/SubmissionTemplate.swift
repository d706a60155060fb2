public import Answers
public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import Spreadsheets

/// An empty table to fill in with submissions, which `impor` takes: with lists of the units of a kecamatan, of
/// the reports that they owe, and of the periods of these.
///
/// The lists warn and do not refuse: `impor` reads more ways of writing a name than a list can hold.
public struct SubmissionTemplate: Sendable {
  /// The obligations of a duty year of one kecamatan, from which the lists come.
  private let facts: [ObligationFact]
  private let kecamatan: Kecamatan
  private let duty: DutyStatement.Duty
  private let made: ClockReading

  /// The rows that have lists.
  public static let rows = 1...1_000

  private static let tableSheet = "Isian"
  private static let listSheet = "Daftar"
  private static let guideSheet = "Petunjuk"

  /// Prepares a template.
  ///
  /// - Parameters:
  ///   - obligations: What one kecamatan and its desa owe in a duty year.
  ///   - kecamatan: The kecamatan.
  ///   - made: When it is made.
  public init(_ obligations: Obligations, of kecamatan: Kecamatan, made: ClockReading) {
    facts = obligations.facts
    self.kecamatan = kecamatan
    duty = obligations.question.duty
    self.made = made
  }

  /// How many units, reports and periods there are to choose from.
  public var counts: (units: Int, reports: Int, periods: Int) {
    (units.count, reports.count, periods.count)
  }

  /// The workbook.
  public var workbook: Workbook {
    Workbook(
      title: "Tabel penyampaian \(kecamatan.displayName(of: kecamatan.code)) \(duty.name)",
      created: made.unixSeconds, sheets: [table, lists, guide])
  }

  // MARK: - What there is to choose from

  /// The kecamatan and its desa, as `impor` knows them again: a name that several have stands by its code.
  private var units: [(text: String, code: RegionCode)] {
    ([kecamatan.unit] + kecamatan.villages).map { unit in
      let isOnlyOne = kecamatan.label(of: unit.code) == unit.name
      return (isOnlyOne ? kecamatan.displayName(of: unit.code) : "\(unit.code)", unit.code)
    }
  }

  private var reports: [(code: String, name: String)] {
    facts.map { ($0.situation.code, $0.situation.assessment.report.name) }.unique { $0.0 }
  }

  private var periods: [String] {
    facts.map(\.situation.period).sorted { $0.firstDay < $1.firstDay }.unique.map(\.description)
  }

  // MARK: - Sheets

  private enum Field: Int, CaseIterable {
    case unit, report, period, date, received, note, reason

    /// The heading, by which `impor` knows the column.
    var heading: String {
      switch self {
      case .unit: "unit"
      case .report: "laporan"
      case .period: "periode"
      case .date: "tanggal"
      case .received: "diterima"
      case .note: "catatan"
      case .reason: "alasan"
      }
    }

    var width: Int {
      switch self {
      case .unit: 28
      case .report, .period: 16
      case .date, .received: 18
      case .note, .reason: 40
      }
    }

    var help: String {
      switch self {
      case .unit: "Kecamatan atau desa. Kosong berarti kecamatannya, bila semua baris kosong."
      case .report: "Kode laporan; kepanjangannya ada di lembar Daftar."
      case .period: "Tahun, semester, triwulan, atau bulan yang dilaporkan, misalnya 2026-TW1."
      case .date: "Tanggal penyampaian; untuk RPJMDes, RKPDes, dan APBDes tanggal penetapannya."
      case .received: "Hari diterima di kecamatan; kosong bila sama dengan tanggal."
      case .note: "Boleh kosong."
      case .reason: "Hanya untuk yang baru dicatat lebih dari tujuh hari sesudah tanggalnya."
      }
    }

    var isDate: Bool { self == .date || self == .received }
  }

  private var table: Sheet {
    var sheet = Sheet(
      name: SubmissionTemplate.tableSheet, paper: .f4, widths: Field.allCases.map(\.width))
    var heading = CellStyle()
    heading.tone = .heading
    heading.isBordered = true
    sheet.rows = [Sheet.Row(Field.allCases.map { SheetCell(.text($0.heading), heading) })]
    sheet.headingRow = 0
    sheet.columnStyles = Field.allCases.map { field in
      var style = CellStyle()
      // Texts, so that no spreadsheet makes a day of `2026-09`.
      style.format = field.isDate ? .day : .text
      return style
    }
    sheet.choices = Field.allCases.compactMap { field in
      source(of: field).map {
        SheetChoices(
          column: field.rawValue, rows: SubmissionTemplate.rows, $0, title: field.heading,
          message: field.help)
      }
    }
    return sheet
  }

  private func source(of field: Field) -> SheetChoices.Source? {
    func list(_ column: Int, _ count: Int) -> SheetChoices.Source? {
      count > 0 ? .list(sheet: SubmissionTemplate.listSheet, column: column, rows: 1...count) : nil
    }
    switch field {
    case .unit: return list(0, units.count)
    case .report: return list(2, reports.count)
    case .period: return list(4, periods.count)
    case .date, .received:
      // What was handed in early, or is recorded years later, lies within these.
      let first = YearMonth(year: duty.year - 10, month: .january).firstDay
      let next = YearMonth(year: duty.year + 2, month: .january).firstDay
      return .days(first.dayNumber, next.dayNumber - 1)
    case .note, .reason: return nil
    }
  }

  private var lists: Sheet {
    var sheet = Sheet(
      name: SubmissionTemplate.listSheet, paper: .f4, widths: [28, 16, 18, 60, 16])
    var heading = CellStyle()
    heading.isBold = true
    var text = CellStyle()
    text.format = .text
    // No headings of a table, so that this sheet is never taken for one.
    sheet.rows = [
      Sheet.Row(
        ["Pilihan unit", "Kodenya", "Pilihan laporan", "Kepanjangannya", "Pilihan periode"].map {
          SheetCell(.text($0), heading)
        })
    ]
    let (units, reports, periods) = (units, reports, periods)
    func cell(_ value: String?) -> SheetCell { SheetCell(value.map { .text($0) } ?? .none, text) }
    func at<Element>(_ place: Int, of list: [Element]) -> Element? {
      list.indices.contains(place) ? list[place] : nil
    }
    for place in 0..<max(units.count, reports.count, periods.count) {
      let (unit, report) = (at(place, of: units), at(place, of: reports))
      sheet.rows.append(
        Sheet.Row([
          cell(unit?.text), cell(unit.map { "\($0.code)" }), cell(report?.code),
          cell(report?.name), cell(at(place, of: periods)),
        ]))
    }
    return sheet
  }

  private var guide: Sheet {
    var sheet = Sheet(name: SubmissionTemplate.guideSheet, paper: .f4, widths: [100])
    let lines = [
      "Isi lembar \(SubmissionTemplate.tableSheet), satu baris satu penyampaian, lalu simpan dan "
        + "jalankan: tenggat impor NAMA-BERKAS.xlsx --coba",
      "Perintah itu menunjukkan setiap baris seperti yang akan dicatat; tanpa --coba semuanya dicatat.",
    ]
    sheet.rows =
      lines.map { Sheet.Row([SheetCell(.text($0))]) }
      + Field.allCases.map { Sheet.Row([SheetCell(.text("\($0.heading): \($0.help)"))]) }
    return sheet
  }
}
