internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import Wording

extension CommandFailure {
  /// The sentences for a layout that gives no file, each with its place.
  init(_ faulty: FaultyLayout) {
    self.init(
      .data,
      lines: faulty.faults.map {
        $0.place.line(.fault, $0.what, $0.remedy.spelled).printable
      },
      at: Dictionary(
        uniqueKeysWithValues: faulty.faults.enumerated().map { ($0.offset, $0.element.place) }))
  }
}
