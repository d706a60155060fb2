public import CivilCalendar
internal import ComplianceModel

/// One line of a schedule: an obligation, or the same one of several desa that stand alike.
public struct SituationGroup: Sendable {
  /// The first of them, which speaks for all.
  public let first: Situation
  /// All of them, in order; at least one.
  public let members: [Situation]

  /// A line about one obligation.
  public init(_ only: Situation) {
    first = only
    members = [only]
  }

  private init?(_ members: [Situation]) {
    guard let first = members.first else { return nil }
    self.first = first
    self.members = members
  }

  /// The lines of situations: desa of one kecamatan that owe the same report and period, due on the same
  /// day and in the same state, share a line where the first of them is.
  public static func groups(_ situations: [Situation]) -> [SituationGroup] {
    struct Key: Hashable {
      let kecamatan: RegionCode
      /// The unit where it does not share its line.
      let unit: RegionCode?
      let report: String
      let period: Period
      let due: CivilDate?
      let state: Situation.State
    }
    return situations.groups { situation in
      Key(
        kecamatan: situation.kecamatan.code, unit: situation.unit.isDesa ? nil : situation.unit,
        report: situation.code, period: situation.period, due: situation.due,
        state: situation.state)
    }.compactMap { SituationGroup($0.members) }
  }

  /// Who owes it, as people read it: `Desa Tarungin`, `Tarungin, Bagak`, `8 desa`.
  ///
  /// - Parameters:
  ///   - day: The day of judging, on which all desa of the kecamatan are counted.
  ///   - isOnly: Whether only one kecamatan is watched, so that it need not be named.
  /// - Returns: The words.
  public func units(on day: CivilDate, onlyKecamatan isOnly: Bool) -> String {
    let kecamatan = first.kecamatan
    guard first.unit.isDesa else { return isOnly ? kecamatan.words[.kecamatan] : first.unitName }
    guard members.count > 1 else { return first.unitName }
    guard members.count == kecamatan.villages(on: day).count else {
      return members.map(\.unitLabel).joined(separator: ", ")
    }
    let count = "\(members.count) \(kecamatan.words[.village].lowercased())"
    return isOnly ? count : "\(count) \(kecamatan.unit.name)"
  }
}
