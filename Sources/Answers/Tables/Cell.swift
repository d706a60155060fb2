public import CivilCalendar
public import Compliance
public import ComplianceModel

/// One value in the table of an answer, with what a front needs to write it in its own way.
public enum Cell: Hashable, Sendable {
  /// No value.
  case none
  /// A text that is the same for people and programs.
  case text(String)
  /// A code or a name for programs, and what people read in its place.
  case coded(String, label: String)
  /// A day.
  case day(CivilDate)
  /// The due date in force; `nil` where there is none. A date that the kabupaten set is marked for people.
  case due(CivilDate?, isLocal: Bool)
  /// A covered period.
  case period(Period)
  /// A duty quarter.
  case quarter(Quarter)
  /// A count.
  case count(Int)
  /// A count of a whole: `3/6`. Programs have the whole in a column of its own.
  case part(Int, of: Int)
  /// A yes or a no.
  case flag(Bool)
  /// A share, printed as a percentage.
  case ratio(Ratio)
  /// A status.
  case status(Status)
  /// A status with the days to or from the due date.
  case state(Situation.State)
  /// The code of a role, with what those who lead a region are called there.
  case role(String, LocalWords)
  /// A document in a matrix.
  case mark(DocumentMark)
  /// Documents in a matrix, with how many of them are in.
  case marks([DocumentMark])
  /// Several values.
  case list([Cell])
}

extension Cell {
  /// A text, or no value.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .none }

  /// A day, or no value.
  public init(_ day: CivilDate?) { self = day.map(Cell.day) ?? .none }

  /// A duty quarter, or no value.
  public init(_ quarter: Quarter?) { self = quarter.map(Cell.quarter) ?? .none }

  /// A count, or no value.
  public init(_ count: Int?) { self = count.map(Cell.count) ?? .none }
}
