/// What the region table says of one kecamatan.
///
/// A class, though it never changes: a country has 7,285 of them, each of which goes through many hands.
final class KecamatanUnits: Sendable {
  let province: Unit?
  let regency: Unit?
  let unit: Unit
  /// The desa, by code.
  let villages: [Unit]
  /// The kelurahan, by code.
  let wards: [Unit]
  /// The names that several desa and kelurahan have, in lower case.
  let sharedNames: Set<String>
  /// The units by the codes that they have at other times.
  let byOtherCode: [RegionCode: Unit]

  init(_ province: Unit?, _ regency: Unit?, _ unit: Unit, _ members: [Unit]) {
    self.province = province
    self.regency = regency
    self.unit = unit
    let sorted = members.sorted { $0.code < $1.code }
    villages = sorted.filter(\.code.isDesa)
    wards = sorted.filter(\.code.isKelurahan)
    sharedNames = KecamatanUnits.sharedNames(of: sorted)
    var byOtherCode: [RegionCode: Unit] = [:]
    for owner in [unit] where !owner.otherCodes.isEmpty { byOtherCode.add(owner) }
    for owner in sorted where !owner.otherCodes.isEmpty { byOtherCode.add(owner) }
    self.byOtherCode = byOtherCode
  }

  private static func sharedNames(of units: [Unit]) -> Set<String> {
    // In most kecamatan no two names can be the same, and no text has to be made to know it.
    if let marks = marks(of: units), zip(marks, marks.dropFirst()).allSatisfy({ $0 != $1 }) {
      return []
    }
    var names: Set<String> = []
    return Set(units.map { $0.name.lowercased() }.filter { !names.insert($0).inserted })
  }

  /// A number for each name, in order, the same for names that differ in nothing but their capitals; `nil` where
  /// a name has letters beyond ASCII.
  private static func marks(of units: [Unit]) -> [UInt64]? {
    var marks: [UInt64] = []
    marks.reserveCapacity(units.count)
    for unit in units {
      // FNV-1a (RFC 9923); other characters may fall together too, and are compared as texts then.
      var mark: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in unit.name.utf8 {
        guard byte < 0x80 else { return nil }
        mark = (mark ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01B3
      }
      marks.append(mark)
    }
    marks.sort()
    return marks
  }
}

extension KecamatanUnits: Hashable {
  static func == (lhs: KecamatanUnits, rhs: KecamatanUnits) -> Bool {
    lhs === rhs
      || lhs.unit == rhs.unit && lhs.province == rhs.province && lhs.regency == rhs.regency
        && lhs.villages == rhs.villages && lhs.wards == rhs.wards
  }

  func hash(into hasher: inout Hasher) { hasher.combine(unit.code) }
}

extension [RegionCode: Unit] {
  /// Adds a unit under its other codes, unless another has them.
  fileprivate mutating func add(_ unit: Unit) {
    for code in unit.otherCodes where self[code] == nil { self[code] = unit }
  }
}
