internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import LedgerStore
internal import PlainText
internal import Workspace

/// What differs now from a frozen quarter, value by value, and why.
struct DifferencePage {
  let frozen: FrozenQuarter
  let quarter: Quarter
  let day: CivilDate
  private let kecamatan: Kecamatan
  private let items: [Item]
  /// Rows recorded since that changed no value.
  private let otherRowCount: Int

  private struct Item {
    let change: KepatuhanChange
    let unit: RegionCode
    /// The code of the report or indicator; `nil` for what is counted.
    let code: String?
    let period: Period?
    /// The rows recorded since that concern it, where rows changed it.
    let rows: [LedgerLine]
  }

  /// Finds the rows behind each change.
  ///
  /// - Parameters:
  ///   - frozen: The frozen quarter.
  ///   - quarter: Which quarter that is.
  ///   - day: The day that it is compared with.
  ///   - desk: The kecamatan's desk.
  ///   - changes: What differs.
  ///   - rows: The rows recorded since, without the freeze's own.
  init(
    frozen: FrozenQuarter, quarter: Quarter, day: CivilDate, desk: Desk,
    changes: [KepatuhanChange], rows: [LedgerLine]
  ) {
    self.frozen = frozen
    self.quarter = quarter
    self.day = day
    kecamatan = desk.kecamatan
    let calendar = desk.calendar
    let current = desk.kecamatan.currentCodes
    items = changes.map { change in
      let (unit, code, period) = DifferencePage.place(of: change.subject, desk)
      let isMoved = change.causes.contains(.rows)
      return Item(
        change: change, unit: unit, code: code, period: period,
        rows: isMoved
          ? DifferencePage.rows(
            behind: change.subject, unit, code, period, rows, calendar, current) : [])
    }
    let cited = Set(items.flatMap(\.rows).map(\.event.row))
    otherRowCount = rows.count { !cited.contains($0.event.row) }
  }

  private static func place(
    of subject: KepatuhanChange.Subject, _ desk: Desk
  ) -> (unit: RegionCode, code: String?, period: Period?) {
    let kecamatan = desk.kecamatan.code
    switch subject {
    case .report(let code, let period): return (kecamatan, code, period)
    case .document(let village, let code, let period): return (village, code, period)
    case .recommendation(let village, let period):
      let report = desk.calendar.reports.first { $0.isOwed && $0.level == .recommendation }
      return (village, report.map { desk.calendar.codes[$0.code] }, period)
    case .village(let village): return (village, nil, nil)
    case .indicator(let code): return (kecamatan, code, nil)
    case .summary: return (kecamatan, nil, nil)
    }
  }

  /// The rows that concern a subject: its own, else those of what it waits for or counts from.
  private static func rows(
    behind subject: KepatuhanChange.Subject, _ unit: RegionCode, _ code: String?,
    _ period: Period?, _ rows: [LedgerLine], _ calendar: ReportCalendar,
    _ current: [RegionCode: RegionCode]
  ) -> [LedgerLine] {
    func owner(_ line: LedgerLine) -> RegionCode {
      current[line.event.unit] ?? line.event.unit
    }
    func level(_ line: LedgerLine) -> Report.Level? {
      line.event.subject.flatMap(calendar.report)?.level
    }
    switch subject {
    case .summary: return []
    case .village:
      // Neither a new due date nor an acceptance changes what is there.
      return rows.filter {
        owner($0) == unit && ($0.event.kind == .fact || level($0) == .village)
          && $0.event.kind != .extended && $0.event.kind != .accepted
      }
    case .report, .document, .recommendation, .indicator: break
    }
    let code = code.flatMap { calendar.codes.code($0) }
    let own = rows.filter {
      // A row without a subject, a freeze, is about no report and no indicator.
      $0.event.subject != nil && $0.event.subject == code && owner($0) == unit
        && (period == nil || $0.event.period == period)
    }
    guard own.isEmpty else { return own }
    // One that is counted from documents states nothing of its own.
    if case .indicator = subject { return [] }
    let gates = Set(code.flatMap(calendar.report)?.gates.map(\.report) ?? [])
    return rows.filter { line in
      let isFact = line.event.subject.flatMap(calendar.event) != nil
      let isOfGate = line.event.subject.map(gates.contains) ?? false
      return isFact && (owner(line) == unit || owner(line) == unit.kecamatan)
        || isOfGate && owner(line) == unit
    }
  }

  // MARK: - For people

  func print(to console: inout Console) {
    let name =
      "\(quarter.indonesian) \(quarter.year) \(kecamatan.displayName(of: kecamatan.code))"
    let signature = frozen.document.endorsement?.signature.map { ", \($0)" } ?? ""
    let made =
      "dibekukan \(frozen.document.asOf.indonesian) (baris \(frozen.row.id.text))\(signature)"
    guard !items.isEmpty else {
      console.line("\(name): tidak ada yang berbeda sejak \(made)\(otherRows)", .good)
      return
    }
    console.line("\(name): \(items.count) hal berbeda pada \(day.indonesian)", .strong)
    console.line(made, .faint)
    for item in items {
      console.line()
      console.line(title(of: item), .strong)
      for value in item.change.values {
        console.line(
          "  \(DifferencePage.label(value.name)): \(DifferencePage.text(value.name, value.old)) -> "
            + DifferencePage.text(value.name, value.new))
      }
      for line in item.rows { console.line("  sebab: baris \(line.summary)", .soon) }
      for cause in KepatuhanChange.Cause.allCases where item.change.causes.contains(cause) {
        guard let words = DifferencePage.words(cause, item) else { continue }
        console.line("  sebab: \(words)", .soon)
      }
    }
    guard otherRowCount > 0 else { return }
    console.line()
    let words = namesEveryRow ? " dan tidak mengubah nilai" : ""
    console.line("Baris lain yang dicatat sesudahnya\(words): \(otherRowCount)", .faint)
  }

  /// Whether all rows that changed a value are named: those behind an indicator that is counted from
  /// documents are not.
  private var namesEveryRow: Bool {
    items.allSatisfy { item in
      if case .indicator = item.change.subject {
        return !item.change.causes.contains(.rows) || !item.rows.isEmpty
      }
      return true
    }
  }

  private var otherRows: String {
    otherRowCount > 0 ? "; \(otherRowCount) baris sesudahnya tidak mengubah nilai" : ""
  }

  private func title(of item: Item) -> String {
    let unit = kecamatan.displayName(of: item.unit)
    switch item.change.subject {
    case .summary: return "Ringkasan"
    case .village: return "\(unit): dokumen setahun"
    case .report, .document, .recommendation, .indicator:
      let words = [item.code, item.period?.description].compactMap(\.self)
      return "\(words.joined(separator: " ")), \(unit)"
    }
  }

  private static func words(_ cause: KepatuhanChange.Cause, _ item: Item) -> String? {
    switch cause {
    case .rows: item.rows.isEmpty ? "baris yang dicatat sesudahnya" : nil
    case .time: "waktu berjalan"
    case .rules: "aturan atau kalender berubah"
    case .units: "unit berubah menurut wilayah.csv (baru, berakhir, atau pindah kecamatan)"
    }
  }

  /// A value's name as it is printed.
  private static func label(_ name: String) -> String {
    switch name {
    case "status": "keadaan"
    case "sha256": "berkas bukti"
    default: name.replacing("_", with: " ")
    }
  }

  private static func text(_ name: String, _ value: String?) -> String {
    guard let value else { return "tidak ada" }
    switch name {
    case "status": return Status(rawValue: value).map(Words.status) ?? value
    case "sha256": return "\(value.prefix(12))"
    case "realisasi": return value.replacing(".", with: ",")
    case "capaian": return value.replacing(".", with: ",") + "%"
    default: return (try? CivilDate(value))?.indonesian ?? value
    }
  }

  // MARK: - JSON

  static func json(
    _ pages: [DifferencePage], _ quarter: Quarter, asOf day: CivilDate
  ) -> JSONValue {
    [
      "triwulan": .string(quarter.description),
      "per": .string(day.description),
      "beku": .array(pages.map(\.frozenJSON)),
      "beda": .array(pages.flatMap { page in page.items.map(page.json) }),
    ]
  }

  private var frozenJSON: JSONValue {
    [
      "unit": .string(kecamatan.code.description),
      "nomor": .string(frozen.row.id.text),
      "petugas": .string(frozen.row.entry.recorder),
      "berkas": .string(frozen.row.entry.file),
      "sha256": .string(frozen.row.entry.sha256),
      "per": .string(frozen.document.asOf.description),
      "dibuat": .string(frozen.document.made.description),
      "ditandatangani": JSONValue(frozen.document.endorsement?.date),
      "penandatangan": JSONValue(frozen.document.endorsement?.name),
      "baris_lain": .integer(otherRowCount),
    ]
  }

  private func json(_ item: Item) -> JSONValue {
    let causes = KepatuhanChange.Cause.allCases.filter(item.change.causes.contains)
    return [
      "bagian": .string(item.change.subject.part),
      "unit": .string(item.unit.description),
      "nama_unit": .string(kecamatan.name(of: item.unit) ?? ""),
      "laporan": JSONValue(item.code),
      "periode": JSONValue(item.period),
      "nilai": .array(
        item.change.values.map {
          [
            "apa": .string($0.name), "lama": JSONValue($0.old), "baru": JSONValue($0.new),
          ]
        }),
      "sebab": .array(causes.map { .string($0.rawValue) }),
      "baris": .array(item.rows.map(\.json)),
    ]
  }
}

extension KepatuhanChange.Subject {
  /// The part of the XML in which it stands.
  fileprivate var part: String {
    switch self {
    case .report: "laporan_kecamatan"
    case .document: "dokumen_desa"
    case .village: "desa"
    case .recommendation: "rekomendasi_add"
    case .indicator: "indikator_kinerja"
    case .summary: "ringkasan"
    }
  }
}
