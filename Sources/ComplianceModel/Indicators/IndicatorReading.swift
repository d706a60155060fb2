/// One way to count an indicator from evidence: what is above the line, and what below.
public struct IndicatorReading: Hashable, Sendable {
  /// What it counts, in a few words; `nil` for the only reading of an indicator.
  public let name: String?
  /// The terms whose sum is the numerator.
  public let numerator: [CountTerm]
  /// The terms whose sum is the denominator; `nil` for a plain count.
  public let denominator: [CountTerm]?

  /// Creates a reading.
  public init(name: String?, numerator: [CountTerm], denominator: [CountTerm]?) {
    self.name = name
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether it asks that something was on time, so that the year's best can be out of reach.
  public var asksForOnTime: Bool {
    // What is exempt keeps no one waiting; any other condition is met after the due day too.
    numerator.contains {
      $0.conditions.contains(.onTime) && $0.conditions.isSubset(of: [.onTime, .exempt])
    }
  }
}

/// A count that an indicator is made of.
///
/// There are no others: the grammar is closed.
public enum CountTerm: Hashable, Sendable {
  /// What an obligation or a document must be to be counted.
  public enum Condition: String, CaseIterable, Sendable {
    /// Owed and not exempt.
    case required = "wajib"
    /// In, on time or not: obligations alone.
    case made = "dibuat"
    /// In by the due day.
    case onTime = "tepat-waktu"
    /// In after the due day.
    case late = "terlambat"
    /// Exempt.
    case exempt = "dibebaskan"
    /// In with all of its parts: documents alone.
    case complete = "lengkap"
    /// In force: documents with a term alone.
    case inForce = "berlaku"
  }

  /// Which obligations or documents are looked at.
  public struct Scope: Hashable, Sendable {
    /// The reports; `nil` for all that are owed.
    public let reports: [Code]?
    /// Who owes them; `nil` for whoever does.
    public let level: Report.Level?
    /// The units, each with what lies in it; `nil` for all.
    public let units: [RegionCode]?

    /// Creates a scope.
    public init(reports: [Code]?, level: Report.Level? = nil, units: [RegionCode]? = nil) {
      self.reports = reports
      self.level = level
      self.units = units
    }
  }

  /// Obligations of the duty year, one a period, that meet any of the conditions.
  case obligations(Scope, Set<Condition>)
  /// Documents of the desa, one a year each with all of its parts, that meet any of the conditions.
  case documents(Scope, Set<Condition>)
  /// Desa of which every document in the scope meets any of the conditions.
  case villages(Scope, Set<Condition>)
  /// So many for each desa, which stand for documents of these reports, less the exempt ones.
  case perVillage(Int, of: [Code])
  /// A number that stands in the formula.
  case constant(Int)
  /// The target of the year.
  case target

  /// What a count looks at; `nil` for a number.
  public var scope: Scope? {
    switch self {
    case .obligations(let scope, _), .documents(let scope, _), .villages(let scope, _): scope
    case .perVillage, .constant, .target: nil
    }
  }

  /// The conditions of a count; empty for a number.
  public var conditions: Set<Condition> {
    switch self {
    case .obligations(_, let conditions), .documents(_, let conditions),
      .villages(_, let conditions):
      conditions
    case .perVillage, .constant, .target: []
    }
  }
}
