internal import CivilCalendar
internal import ComplianceModel

/// Which rows of a table are one region under the codes and names of its times.
struct RegionSuccession: Sendable {
  /// A code and a name for some time.
  private struct Segment: Sendable {
    let code: RegionCode
    /// `nil` for a former code that has no row.
    let name: String?
    let since: CivilDate?
    let through: CivilDate?

    func holds(on day: CivilDate) -> Bool {
      since.map { $0 <= day } ?? true && through.map { day <= $0 } ?? true
    }
  }

  /// The regions, each by time.
  private var lives: [[Segment]] = []
  private var places: [RegionCode: Int] = [:]
  /// The desa and kelurahan of each kecamatan, by the codes that they had there.
  private var members: [RegionCode: [RegionCode]] = [:]

  /// Joins rows whose days agree with each other.
  ///
  /// - Parameter entries: The rows, by code, then by time.
  init(_ entries: [RegionTable.Entry]) {
    var successors: [RegionCode: RegionTable.Entry] = [:]
    for entry in entries {
      for former in entry.formerCodes where former != entry.code { successors[former] = entry }
    }
    let rows = Dictionary(grouping: entries, by: \.code)
    // What follows is never later than what it follows, so that every walk ends.
    func last(_ code: RegionCode) -> RegionCode {
      var code = code
      for _ in 0...successors.count {
        guard let next = successors[code] else { return code }
        code = next.code
      }
      return code
    }
    let codes = Set(rows.keys).union(successors.keys)
    for (_, codes) in Dictionary(grouping: codes, by: last) {
      let segments = codes.sorted().flatMap { code -> [Segment] in
        guard let own = rows[code] else {
          let end = successors[code]?.since?.adding(days: -1)
          return [Segment(code: code, name: nil, since: nil, through: end)]
        }
        return own.map {
          Segment(code: code, name: $0.name, since: $0.since, through: $0.through)
        }
      }
      for code in codes { places[code] = lives.count }
      lives.append(segments.sorted(by: RegionSuccession.isEarlier))
    }
    for code in codes where code.level == .village {
      members[code.kecamatan, default: []].append(code)
    }
  }

  /// Orders segments by their last days: of two that have none known before, the listed order.
  private static func isEarlier(_ first: Segment, _ second: Segment) -> Bool {
    guard let end = first.through else { return false }
    return second.through.map { end < $0 } ?? true
  }

  /// The last codes of the regions that were desa or kelurahan of a kecamatan at some time.
  func villages(in kecamatan: RegionCode) -> [RegionCode] {
    (members[kecamatan] ?? []).compactMap { code in
      places[code].flatMap { lives[$0].last?.code }
    }
  }

  /// A region as it is on a day.
  ///
  /// - Parameters:
  ///   - code: Its code of any time.
  ///   - kecamatan: The codes of the kecamatan that asks: of a region that was elsewhere at other times
  ///     the time there is told; `nil` for a region that is no village.
  ///   - day: The day; `nil` for the end of all days.
  /// - Returns: `nil` where the region was never in that kecamatan.
  func unit(_ code: RegionCode, in kecamatan: Set<RegionCode>?, on day: CivilDate?) -> Unit? {
    guard let place = places[code] else { return nil }
    let life = lives[place]
    let here = life.indices.filter { kecamatan?.contains(life[$0].code.kecamatan) ?? true }
    guard let first = here.first, let last = here.last else { return nil }
    let shown =
      day.flatMap { day in
        here.last { life[$0].holds(on: day) }
          ?? here.first { life[$0].since.map { $0 > day } ?? false }
      } ?? last
    let name = life[shown...].lazy.compactMap(\.name).first ?? life[shown].code.description
    let codes = Set(life.map(\.code)).subtracting([life[shown].code])
    let names = Set(life.compactMap(\.name)).subtracting([name])
    return Unit(
      code: life[shown].code, name: name, since: life.first?.since,
      joined: first == 0 ? nil : life[first].since, through: life[last].through,
      otherCodes: codes.sorted(), otherNames: names.sorted())
  }
}
