internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import LedgerStore
internal import PlainText
internal import Workspace
internal import Wording

/// What differs now from a frozen quarter, value by value, and why.
struct DifferencePage {
  let answer: Difference
  let frozen: FrozenQuarter
  /// The rows behind what differs, as they are printed.
  let rows: [LedgerLine]

  private var kecamatan: Kecamatan { answer.kecamatan }

  /// The rows behind one thing, in the order of the ledger.
  private func rows(_ item: Difference.Item) -> [LedgerLine] {
    rows.filter { item.rows.contains($0.event.row) }
  }

  // MARK: - For people

  func print(to console: inout Console) {
    let duty = answer.frozen.statement.duty
    let quarter = duty.quarter.map { "\($0.indonesian) \($0.year)" } ?? "\(duty.year)"
    let name = "\(quarter) \(kecamatan.displayName(of: kecamatan.code))"
    let signature = frozen.document.endorsement?.signature.map { ", \($0)" } ?? ""
    let made =
      "dibekukan \(answer.frozen.statement.asOf.indonesian) (baris \(frozen.row.id.text))\(signature)"
    guard !answer.items.isEmpty else {
      console.line("\(name): tidak ada yang berbeda sejak \(made)\(otherRows)", .good)
      return
    }
    console.line(
      "\(name): \(answer.items.count) hal berbeda pada \(answer.day.indonesian)", .strong)
    console.line(made, .faint)
    for item in answer.items {
      console.line()
      console.line(title(of: item), .strong)
      for value in item.change.values {
        console.line(
          "  \(DifferencePage.label(value.name)): \(DifferencePage.text(value.name, value.old)) -> "
            + DifferencePage.text(value.name, value.new))
      }
      for line in rows(item) { console.line("  sebab: baris \(line.summary)", .soon) }
      for cause in item.causes {
        guard let words = DifferencePage.words(cause, item) else { continue }
        console.line("  sebab: \(words)", .soon)
      }
    }
    guard answer.otherRowCount > 0 else { return }
    console.line()
    let words = answer.namesEveryRow ? " dan tidak mengubah nilai" : ""
    console.line("Baris lain yang dicatat sesudahnya\(words): \(answer.otherRowCount)", .faint)
  }

  private var otherRows: String {
    answer.otherRowCount > 0
      ? "; \(answer.otherRowCount) baris sesudahnya tidak mengubah nilai" : ""
  }

  private func title(of item: Difference.Item) -> String {
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
      "beda": .array(pages.flatMap { page in page.answer.items.map(page.json) }),
    ]
  }

  private var frozenJSON: JSONValue {
    [
      "unit": .string(kecamatan.code.description),
      "nomor": .string(frozen.row.id.text),
      "petugas": .string(frozen.row.entry.recorder),
      "berkas": .string(frozen.row.entry.file),
      "sha256": .string(frozen.row.entry.sha256),
      "per": .string(frozen.document.statement.asOf.description),
      "dibuat": .string(frozen.document.made.description),
      "ditandatangani": JSONValue(frozen.document.endorsement?.date),
      "penandatangan": JSONValue(frozen.document.endorsement?.name),
      "baris_lain": .integer(answer.otherRowCount),
    ]
  }

  private func json(_ item: Difference.Item) -> JSONValue {
    JSONValue(item, answer.columns)
      .adding("nilai", JSONValue(rows: item.change.values, Difference.valueColumns))
      .adding("baris", .array(rows(item).map(\.json)))
      .adding(
        "ditetapkan",
        item.setDate.map {
          [
            "tanggal": .string("\($0.date)"), "surat": .string($0.letter),
            "tempat": .string("\($0.place.file):\($0.place.line)"),
          ]
        } ?? .null)
  }
}
