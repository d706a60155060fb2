public import Compliance
public import ComplianceModel

/// Counts of obligations added up by region, from the smallest up to the whole country.
///
/// Only counts are added: a rate of a larger region is computed from its sums and is never a mean of
/// percentages.
public struct Recap: Hashable, Sendable {
  /// How large a region is.
  public enum Level: String, CaseIterable, Comparable, Sendable {
    case village = "desa"
    case kecamatan
    case regency = "kabupaten"
    case province = "provinsi"
    case country = "nasional"

    /// The level of a code.
    public init(_ level: RegionCode.Level) {
      switch level {
      case .province: self = .province
      case .regency: self = .regency
      case .kecamatan: self = .kecamatan
      case .village: self = .village
      }
    }

    /// Orders levels from the smallest region to the largest.
    public static func < (first: Level, second: Level) -> Bool { first.size < second.size }

    private var size: Int { Level.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The counts of one region.
  public struct Row: Hashable, Sendable {
    /// How large it is.
    public let level: Level
    /// Its code; `nil` for the country.
    public let region: RegionCode?
    /// Its name; `nil` where none is known.
    public let name: String?
    /// Its counts.
    public let tally: Tally

    /// The code as tables print it: `ID` for the country.
    public var code: String { region?.description ?? "ID" }
  }

  /// The counts of everything.
  public private(set) var total = Tally()
  private var tallies: [RegionCode: Tally] = [:]
  private var names: [RegionCode: String] = [:]

  /// Nothing counted.
  public init() {}

  /// Adds counts to a region and to all regions that it lies in.
  public mutating func add(_ tally: Tally, of region: RegionCode) {
    total += tally
    tallies[region, default: Tally()] += tally
    // A region is its own larger region where it is large itself.
    for code in [region.kecamatan, region.regency, region.province] where code.level < region.level
    {
      tallies[code, default: Tally()] += tally
    }
  }

  /// Names a region; the first name stays, and an empty one is none.
  public mutating func name(_ region: RegionCode, _ name: String) {
    guard !name.isEmpty, names[region] == nil else { return }
    names[region] = name
  }

  /// The name of a region; `nil` where none is known.
  public func name(of region: RegionCode) -> String? { names[region] }

  /// The regions of a level with their counts, by code; the country is one row.
  public func rows(of level: Level) -> [Row] {
    guard level != .country else {
      return [Row(level: .country, region: nil, name: "Indonesia", tally: total)]
    }
    return tallies.filter { Level($0.key.level) == level }.sorted { $0.key < $1.key }.map {
      Row(level: level, region: $0.key, name: name(of: $0.key), tally: $0.value)
    }
  }

  /// The regions of several levels, the smallest first, each level by code.
  public func rows(of levels: some Sequence<Level>) -> [Row] {
    levels.sorted().flatMap { rows(of: $0) }
  }
}
