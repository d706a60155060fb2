public import Compliance
internal import ComplianceModel

/// Something that people should know beside the value of an indicator.
public enum IndicatorNote: Hashable, Sendable {
  /// The reading that holds, by its name, where others are told of beside it.
  case reading(String, IndicatorFigure?)
  /// Another reading: its name, what it comes to, and the highest that the year can still reach.
  case alternative(String?, IndicatorFigure, best: IndicatorFigure?)
  /// The register names nobody who answers for it.
  case noRole
  /// Its number is that of another indicator, with this code, and is counted once.
  case sameAs(String)
  /// There is no value; the figure where something was looked at.
  case noData(IndicatorFigure?)
  /// So many of the obligations or documents in it are decided by a late entry (susulan).
  case lateEntries(Int)
  /// What the scorecard itself remarks.
  case remark(Scorecard.Remark)

  /// Another reading of an indicator.
  public init(_ alternative: Scorecard.Alternative) {
    self = .alternative(
      alternative.count.reading.name, alternative.figure, best: alternative.best)
  }
}

extension Scorecard.Entry {
  /// What people should know beside the value.
  public var notes: [IndicatorNote] {
    var notes: [IndicatorNote] = []
    if let sameAs { notes.append(.sameAs(sameAs.label)) }
    if figure?.value == nil { notes.append(.noData(figure)) }
    if lateEntries > 0 { notes.append(.lateEntries(lateEntries)) }
    return notes + remarks.map(IndicatorNote.remark)
  }

  /// What is told below a table of indicators: the readings first.
  var notesOfTable: [IndicatorNote] {
    var notes = alternatives.map { IndicatorNote($0) }
    if let name = count?.reading.name, !notes.isEmpty {
      notes.insert(.reading(name, figure), at: 0)
    }
    if indicator.role == nil { notes.append(.noRole) }
    return notes + self.notes
  }
}
