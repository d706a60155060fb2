/// Where an obligation stands on a day; the first that holds, in the order of the cases.
public enum Status: String, CaseIterable, Sendable {
  /// Exempt: outside every denominator.
  case exempt = "dibebaskan"
  /// In, by the due day.
  case onTime = "tepat-waktu"
  /// In, after the due day.
  case late = "terlambat"
  /// In, where there is no due date.
  case submitted = "disampaikan"
  /// Not in, and the due day is past.
  case overdue = "lewat"
  /// Not in, and the due day is within the lead time.
  case dueSoon = "segera"
  /// Not in, and further away; or its predecessor is not in.
  case waiting = "menunggu"

  /// Whether the document is in.
  public var isIn: Bool { self == .onTime || self == .late || self == .submitted }

  /// Whether nobody owes it any more: it is in, or exempt.
  public var isSettled: Bool { isIn || self == .exempt }

  /// How bad a part of a document is: the worst part gives the document its status.
  var gravity: Int {
    switch self {
    case .overdue: 6
    case .dueSoon: 5
    case .waiting: 4
    case .late: 3
    case .onTime: 2
    case .submitted: 1
    case .exempt: 0
    }
  }
}
