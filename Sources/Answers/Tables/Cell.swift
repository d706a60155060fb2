public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import PlainText
internal import Workspace

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
  /// The moment of a record, as the clock on the office's wall showed it.
  case instant(ClockReading)
  /// The due date in force; `nil` where there is none. A date that the kabupaten set is marked for people.
  case due(CivilDate?, isLocal: Bool)
  /// The day by which a step is done, and whether it is past.
  case step(CivilDate, isPast: Bool)
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
  /// A share, printed as a percentage with its two numbers; `nil` where it cannot be computed.
  case share(Ratio?)
  /// The value of an indicator, or its target; with the letters of its class.
  case value(IndicatorValue, grade: String?)
  /// What the value of an indicator was made of: `6/7`. Programs have the whole in a column of its own.
  case fraction(IndicatorFigure?)
  /// A value with what it was made of; `nil` where there is no data.
  case figure(IndicatorFigure?)
  /// The highest that an indicator can still reach; `nil` where nothing has to be on time.
  case attainable(IndicatorFigure?)
  /// The values of an indicator by quarter; people see that of one.
  case quarters([Quarter: IndicatorFigure], shown: Quarter?)
  /// A measured value as it is written in the ledger: `82.50`, `12/15`.
  case written(String)
  /// What becomes of a row that measures: in the value of the year, and whether a quarter uses it.
  case use(Measurements.Row.Use, inQuarters: Bool)
  /// Why an indicator counts something or leaves it out, with the status that it is shown with.
  case reason(CountReason, Status)
  /// What people should know beside a value, and texts that follow it.
  case notes([IndicatorNote], [String])
  /// Why a day is not worked.
  case closure(WorkingDayCalendar.Closure)
  /// How far a date may be relied on.
  case confidence(Confidence)
  /// A status.
  case status(Status)
  /// A status with the days to or from the due date.
  case state(Situation.State)
  /// What a row of the ledger says.
  case event(LedgerEvent.Kind)
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

  /// A text as somebody wrote it, or no value where it is blank.
  init(written text: String) { self = text.isBlank ? .none : .text(text) }

  /// A day, or no value.
  public init(_ day: CivilDate?) { self = day.map(Cell.day) ?? .none }

  /// A covered period, or no value.
  public init(_ period: Period?) { self = period.map(Cell.period) ?? .none }

  /// A duty quarter, or no value.
  public init(_ quarter: Quarter?) { self = quarter.map(Cell.quarter) ?? .none }

  /// A count, or no value.
  public init(_ count: Int?) { self = count.map(Cell.count) ?? .none }

  /// A share, or no value.
  public init(_ ratio: Ratio?) { self = ratio.map(Cell.ratio) ?? .none }

  /// The value of an indicator, or no value.
  public init(_ value: IndicatorValue?, grade: String? = nil) {
    self = value.map { .value($0, grade: grade) } ?? .none
  }
}
