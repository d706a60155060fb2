internal import ComplianceModel

extension Recap {
  /// By which regions counts are shown.
  public enum Grouping: String, CaseIterable, Sendable {
    case village = "desa"
    case kecamatan
    case regency = "kabupaten"
    case province = "provinsi"
    /// From the kecamatan up to the country.
    case all = "semua"

    /// The levels that are shown, the smallest first.
    public var levels: [Level] {
      switch self {
      case .village: [.village]
      case .kecamatan: [.kecamatan]
      case .regency: [.regency]
      case .province: [.province]
      case .all: [.kecamatan, .regency, .province, .country]
      }
    }
  }

  /// In which order the regions of a level stand.
  public enum Order: String, CaseIterable, Sendable {
    case code = "kode"
    /// The best first; those without a rank at the end, by code.
    case rank = "peringkat"
  }

  /// The regions of a level with their places, in an order.
  public func rankedRows(of level: Level, in order: Order) -> [RankedRow] {
    let rows = rankedRows(of: level)
    return switch order {
    case .code: rows
    case .rank: rows.sorted { ($0.rank ?? .max, $0.row.code) < ($1.rank ?? .max, $1.row.code) }
    }
  }

  /// The table for other programs: ``plainColumns`` of the regions of some levels.
  ///
  /// - Parameters:
  ///   - grouping: The levels.
  ///   - order: In which order the regions of each level stand.
  /// - Returns: The table.
  public func plainGrid(by grouping: Grouping, in order: Order) -> Grid {
    Grid(
      Recap.plainColumns,
      grouping.levels.flatMap { level in
        order == .code ? rows(of: level) : rankedRows(of: level, in: order).map(\.row)
      })
  }
}
