internal import ComplianceModel

/// The words of an indicator while the layers of its register are being read: what the office signed, so that its own
/// file changes how the indicator is counted, and none of them.
struct IndicatorWordingDraft {
  /// The keys of the words.
  static let keys = [
    "nama", "rincian", "kinerja", "definisi", "rumus", "pembilang", "penyebut", "sumber_data",
  ]

  private(set) var name: String?
  private var detail: String?
  private var goal: String?
  private var definition: String?
  private var formula: String?
  private var numerator: String?
  private var denominator: String?
  private var dataSource: String?

  /// Applies one entry on top of what the lower layers said.
  mutating func apply(_ entry: YAMLFields, _ reader: inout YAMLReader) {
    name = reader.text(entry["nama"]) ?? name
    detail = reader.text(entry["rincian"]) ?? detail
    goal = reader.text(entry["kinerja"]) ?? goal
    definition = reader.text(entry["definisi"]) ?? definition
    formula = reader.text(entry["rumus"]) ?? formula
    numerator = reader.text(entry["pembilang"]) ?? numerator
    denominator = reader.text(entry["penyebut"]) ?? denominator
    dataSource = reader.text(entry["sumber_data"]) ?? dataSource
  }

  /// The merged words; `nil` where there is no name.
  var merged: Indicator.Wording? {
    name.map {
      Indicator.Wording(
        name: $0, detail: detail, goal: goal, definition: definition, formula: formula,
        numerator: numerator, denominator: denominator, dataSource: dataSource)
    }
  }
}
