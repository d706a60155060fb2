/// The units that a request is about, as a person names them.
public enum NamedUnits: Hashable, Sendable {
  /// Codes or names; the only kecamatan where there is none.
  case these([String])
  /// All desa that are watched, but for those with these codes or names.
  ///
  /// A desa that was not there in the period is none of them.
  case allVillages(except: [String])

  /// How many units are named at least: several where all desa are meant.
  public var isSeveral: Bool {
    switch self {
    case .these(let names): names.count > 1
    case .allVillages: true
    }
  }

  /// Whether all desa are meant, so that nobody vouched for each.
  public var isAllVillages: Bool { if case .allVillages = self { true } else { false } }
}

extension NamedUnits: ExpressibleByArrayLiteral {
  /// Names units by codes or names.
  public init(arrayLiteral names: String...) { self = .these(names) }
}
