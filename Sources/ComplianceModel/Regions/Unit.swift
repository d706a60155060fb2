public import CivilCalendar

/// A region with the name that the office gives it, and the days on which it is there.
public struct Unit: Hashable, Sendable {
  /// The identity.
  public let code: RegionCode
  /// The label, as in the office's `wilayah.csv`.
  public let name: String
  /// The first day of a unit that was founded; `nil` for one that was always there.
  public let since: CivilDate?
  /// The first day in its kecamatan of a unit that came from another one; `nil` for all others.
  public let joined: CivilDate?
  /// The last day of a unit that ended or went to another kecamatan; `nil` where it goes on.
  public let through: CivilDate?
  /// The codes that name the same unit at other times.
  public let otherCodes: [RegionCode]
  /// The names of the same unit at other times.
  public let otherNames: [String]

  /// Creates a unit; one without days is there always, under one code and one name.
  public init(
    code: RegionCode, name: String, since: CivilDate? = nil, joined: CivilDate? = nil,
    through: CivilDate? = nil, otherCodes: [RegionCode] = [], otherNames: [String] = []
  ) {
    self.code = code
    self.name = name
    self.since = since
    self.joined = joined
    self.through = through
    self.otherCodes = otherCodes
    self.otherNames = otherNames
  }

  /// Whether it is there, in its kecamatan, on a day.
  public func exists(on day: CivilDate) -> Bool {
    (joined ?? since).map { $0 <= day } ?? true && through.map { day <= $0 } ?? true
  }

  /// Whether it has a first or a last day, or other codes.
  public var hasLife: Bool {
    since != nil || joined != nil || through != nil || !otherCodes.isEmpty
  }

  /// Who an obligation of the unit belongs to.
  public enum Belonging: Hashable, Sendable {
    /// It belongs here.
    case here
    /// It fell due while the unit was in another kecamatan, to whose rates it belongs.
    case formerKecamatan
    /// Nobody owes it: the unit was not yet there, or not any more.
    case nobody
  }

  /// Where an obligation of the unit belongs.
  ///
  /// A unit that was founded owes the periods that begin on its first day or later, and of these what
  /// is due on that day or later; one that ended owes what is due up to its last day.
  ///
  /// - Parameters:
  ///   - period: The covered period; `nil` for what an event of the unit's own makes.
  ///   - due: The due date; `nil` where there is none, so that the period decides alone.
  /// - Returns: Where it belongs.
  public func belonging(of period: Period?, due: CivilDate?) -> Belonging {
    if let since, (period?.firstDay ?? since) < since || (due ?? since) < since { return .nobody }
    guard let decisive = due ?? period?.firstDay else { return .here }
    if let through, decisive > through { return .nobody }
    if let joined, decisive < joined { return .formerKecamatan }
    return .here
  }
}

/// A kecamatan with the regions around it and the villages in it.
public struct Kecamatan: Hashable, Sendable {
  /// What the region table says of it; held once, however often the kecamatan is handed on.
  private let units: KecamatanUnits
  /// What a desa, a kecamatan and their heads are called here.
  public private(set) var words = LocalWords.national

  /// The province, where the region table names it.
  public var province: Unit? { units.province }
  /// The kabupaten or kota, where the region table names it.
  public var regency: Unit? { units.regency }
  /// The kecamatan itself.
  public var unit: Unit { units.unit }
  /// Its desa, by code; kelurahan are not among them.
  public var villages: [Unit] { units.villages }
  /// Its kelurahan, by code, which owe no desa document.
  public var wards: [Unit] { units.wards }

  /// The code of the kecamatan.
  public var code: RegionCode { unit.code }

  /// Creates a kecamatan.
  ///
  /// - Parameters:
  ///   - province: The province, where it is known.
  ///   - regency: The kabupaten or kota, where it is known.
  ///   - unit: The kecamatan itself.
  ///   - members: The desa and kelurahan that lie in it, in any order.
  public init(province: Unit?, regency: Unit?, unit: Unit, members: [Unit]) {
    units = KecamatanUnits(province, regency, unit, members)
  }

  /// The kecamatan or a village in it, by its code of any time; `nil` for any other region.
  public func unit(_ code: RegionCode) -> Unit? {
    if code == unit.code { return unit }
    return villages.first { $0.code == code } ?? wards.first { $0.code == code }
      ?? units.byOtherCode[code]
  }

  /// The province and the kabupaten as far as the region table does not name them, by code.
  public var namelessRegions: [RegionCode] {
    (province == nil ? [code.province] : []) + (regency == nil ? [code.regency] : [])
  }

  /// The name of the kecamatan or of a village in it; `nil` for any other region.
  public func name(of code: RegionCode) -> String? { unit(code)?.name }

  /// The desa that are there on a day, by code.
  public func villages(on day: CivilDate) -> [Unit] { villages.filter { $0.exists(on: day) } }

  /// The code that is used here for each code that the units have at other times.
  public var currentCodes: [RegionCode: RegionCode] {
    units.byOtherCode.isEmpty ? [:] : units.byOtherCode.mapValues(\.code)
  }

  /// Whether the kecamatan or a unit in it has a first or a last day, or other codes.
  public var hasLife: Bool { unit.hasLife || villages.contains(where: \.hasLife) }

  /// The other kecamatan in whose ledgers rows of the units may stand, by code.
  public var otherKecamatan: [RegionCode] {
    guard !units.byOtherCode.isEmpty else { return [] }
    return Set(units.byOtherCode.keys.map(\.kecamatan)).subtracting([unit.code]).sorted()
  }
}

extension Kecamatan {
  /// The name of a unit as it is printed where nothing else tells units apart: with the code where
  /// several of them have the name.
  public func label(of unit: Unit) -> String {
    unit.code.level == .village && units.sharedNames.contains(unit.name.lowercased())
      ? "\(unit.name) (\(unit.code))" : unit.name
  }

  /// The name of a unit as it is printed where nothing else tells units apart, by its code of any time;
  /// the code of any other region.
  public func label(of code: RegionCode) -> String {
    unit(code).map(label(of:)) ?? code.description
  }

  /// A unit as it is printed, with the words of the region: `Kecamatan Hatungun`, `Desa Tarungin`,
  /// `Nagari Lubuk Alung`.
  public func displayName(of code: RegionCode) -> String {
    guard let name = unit(code).map(label(of:)) else { return code.description }
    if code.isKelurahan { return "Kelurahan \(name)" }
    return words.named(code.isDesa ? .village : .kecamatan, name)
  }

  /// The kecamatan with the words of its region.
  public func called(_ words: LocalWords) -> Kecamatan {
    var kecamatan = self
    kecamatan.words = words
    return kecamatan
  }
}
