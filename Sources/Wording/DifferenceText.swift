package import Answers
package import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
package import Workspace

/// What differs now from a frozen quarter, in words that every front shares.
package struct DifferenceText: Sendable {
  /// A value that differs.
  package struct Value: Sendable {
    /// What it is.
    package let name: String
    /// What the frozen document says.
    package let old: String
    /// What would be said now.
    package let new: String
  }

  /// Something that differs.
  package struct Item: Sendable {
    /// What: `LPPD 2025, Kecamatan Hatungun`.
    package let title: String
    /// The values that differ.
    package let values: [Value]
    /// The rows behind it, in the order of the ledger.
    package let rows: [LedgerLine]
    /// Why, beside the rows.
    package let causes: [String]
  }

  /// How much differs, in one sentence without a full stop.
  package let summary: String
  /// When it was frozen, by which row and who signed.
  package let made: String
  /// What differs.
  package let items: [Item]
  /// How many rows recorded since are behind none of it; `nil` where there are none.
  package let otherRows: String?

  /// Words an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - signature: Who signed the frozen document, in words; `nil` where nobody did.
  ///   - desk: The kecamatan's desk, with all that is known now.
  ///   - today: Today, on which the rules of reports are looked up.
  package init(_ answer: Difference, signature: String?, _ desk: Desk, today: CivilDate) {
    let cited = Set(answer.items.flatMap(\.rows))
    let rows = desk.lines(asOf: today) { _, event in cited.contains(event.row) }
    let kecamatan = answer.kecamatan
    let duty = answer.frozen.statement.duty
    let quarter = duty.quarter.map(\.indonesianWithYear) ?? "\(duty.year)"
    let name = "\(quarter) \(kecamatan.displayName(of: kecamatan.code))"
    made =
      "dibekukan \(answer.frozen.statement.asOf.indonesian) (baris \(answer.frozen.row.text))"
      + (signature.map { ", \($0)" } ?? "")
    let (count, others) = (answer.items.count, answer.otherRowCount)
    if count == 0 {
      summary = "\(name): tidak ada yang berbeda sejak \(made)"
      otherRows = others > 0 ? "\(others) baris sesudahnya tidak mengubah nilai" : nil
    } else {
      summary = "\(name): \(count) hal berbeda pada \(answer.day.indonesian)"
      let words = answer.namesEveryRow ? " dan tidak mengubah nilai" : ""
      otherRows = others > 0 ? "Baris lain yang dicatat sesudahnya\(words): \(others)" : nil
    }
    items = answer.items.map { item in
      Item(
        title: DifferenceText.title(of: item, in: kecamatan),
        values: item.change.values.map(Value.init),
        rows: rows.filter { item.rows.contains($0.event.row) },
        causes: item.causes.compactMap { DifferenceText.words($0, item) })
    }
  }

  private static func title(of item: Difference.Item, in kecamatan: Kecamatan) -> String {
    let unit = kecamatan.displayName(of: item.unit)
    switch item.change.subject {
    case .summary: return "Ringkasan"
    case .village: return "\(unit): dokumen setahun"
    case .report, .document, .recommendation, .indicator:
      let words = [item.code, item.period?.description].compactMap(\.self)
      return "\(words.joined(separator: " ")), \(unit)"
    }
  }

  private static func words(_ cause: StatementChange.Cause, _ item: Difference.Item) -> String? {
    switch cause {
    case .rows: item.rows.isEmpty ? "baris yang dicatat sesudahnya" : nil
    case .time: "waktu berjalan"
    case .rules:
      item.setDate.map {
        "tenggat ditetapkan \($0.date.indonesian) dengan surat: \($0.letter) "
          + "(\($0.place.file):\($0.place.line))"
      } ?? "aturan atau kalender berubah"
    case .watch: "hari pertama yang dipantau berubah (dipantau_sejak dalam kantor.yaml)"
    case .units: "unit berubah menurut wilayah.csv (baru, berakhir, atau pindah kecamatan)"
    }
  }
}

extension DifferenceText.Value {
  fileprivate init(_ value: StatementChange.Value) {
    name =
      switch value.name {
      case "status": "keadaan"
      case "sha256": "berkas bukti"
      default: value.name.replacing("_", with: " ")
      }
    old = DifferenceText.Value.text(value.name, value.old)
    new = DifferenceText.Value.text(value.name, value.new)
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
}
