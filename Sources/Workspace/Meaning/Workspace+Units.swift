public import CivilCalendar
public import ComplianceModel

extension Workspace {
  /// The code of a unit that is watched here, by code or by name.
  ///
  /// Names are read without regard to case and blanks and with or without `Desa` in front; a name
  /// that two units have is refused, not guessed.
  ///
  /// - Parameters:
  ///   - text: What a person wrote.
  ///   - isDesaMeant: Whether only a desa can be meant.
  /// - Returns: Its code.
  /// - Throws: ``UnitRefusal``.
  public func unit(
    _ text: String, desaOnly isDesaMeant: Bool = false
  ) throws(UnitRefusal) -> RegionCode {
    if let code = UnitNames.unit(written: text, among: kecamatan) { return code }
    switch UnitNames(kecamatan).match(text, desaOnly: isDesaMeant) {
    case .one(let code): return code
    case .none(let nearest): throw .unknown(text, nearest: nearest)
    case .several(let units): throw .ambiguous(text, units)
    }
  }

  /// The code of a unit that is watched here, as ``unit(_:desaOnly:)`` finds it, or of a kabupaten or a
  /// province in which some are.
  ///
  /// - Throws: ``UnitRefusal``.
  public func unitOrRegion(_ text: String) throws(UnitRefusal) -> RegionCode {
    if let code = RegionCode(written: text), code.level < .kecamatan,
      kecamatan.contains(where: { code.contains($0.code) })
    {
      return code
    }
    return try unit(text)
  }

  /// The units that a request acts on, in the order in which they are named.
  ///
  /// - Returns: Their codes; none where none is named.
  /// - Throws: ``UnitRefusal``, also for a unit that is named twice, and where no desa is left.
  public func actedOn(_ units: NamedUnits) throws(UnitRefusal) -> [RegionCode] {
    switch units {
    case .these(let names):
      var codes: [RegionCode] = []
      for text in names {
        let code = try unit(text)
        guard !codes.contains(code) else { throw .twice(code) }
        codes.append(code)
      }
      return codes
    case .allVillages(let names):
      var left: Set<RegionCode> = []
      for text in names {
        let code = try unit(text, desaOnly: true)
        guard code.isDesa else { throw .notVillage(code) }
        left.insert(code)
      }
      let villages = kecamatan.flatMap(\.villages).map(\.code)
      let meant = villages.filter { $0.isDesa && !left.contains($0) }
      guard !meant.isEmpty else { throw .noVillage(hasExceptions: !names.isEmpty) }
      return meant
    }
  }

  /// The only kecamatan, for requests about one.
  ///
  /// - Throws: ``UnitRefusal/severalKecamatan(_:)``.
  public func onlyKecamatan() throws(UnitRefusal) -> Kecamatan {
    guard let first = kecamatan.first, kecamatan.count == 1 else {
      throw .severalKecamatan(kecamatan)
    }
    return first
  }

  /// The kecamatan that a unit lies in; the only one where no unit is named.
  ///
  /// - Throws: ``UnitRefusal``.
  public func kecamatan(of unit: RegionCode?) throws(UnitRefusal) -> Kecamatan {
    guard let unit else { return try onlyKecamatan() }
    guard let own = kecamatan.first(where: { $0.code == unit.kecamatan }) else {
      throw .unknown("\(unit)", nearest: nil)
    }
    return own
  }

  /// The kecamatan that are asked for, or all of them where none is named, where a desa has nothing of
  /// its own.
  ///
  /// - Parameters:
  ///   - unit: The unit that was named.
  ///   - what: What only a kecamatan has, as it is printed: `indikator`.
  /// - Returns: The kecamatan.
  /// - Throws: ``UnitRefusal``, also for a desa.
  public func offices(
    of unit: String?, having what: String
  ) throws(UnitRefusal) -> [Kecamatan] {
    guard let unit else { return kecamatan }
    let code = try unitOrRegion(unit)
    let offices = kecamatan.filter { code.level < .village && code.contains($0.code) }
    guard !offices.isEmpty else { throw .notKecamatan(unit, code, having: what) }
    return offices
  }

  /// The desa that a code or a name means, with its kecamatan.
  ///
  /// - Throws: ``UnitRefusal``.
  public func village(
    _ text: String
  ) throws(UnitRefusal) -> (kecamatan: Kecamatan, village: Unit) {
    let code = try unit(text, desaOnly: true)
    for kecamatan in kecamatan {
      if let village = kecamatan.villages.first(where: { $0.code == code }) {
        return (kecamatan, village)
      }
    }
    throw .notVillage(code)
  }

  /// The zone by whose clocks something is asked or recorded: that of the units that are meant, where they have one.
  ///
  /// - Parameter units: The units, as a person wrote them; all that are watched where none is named. What names
  ///   none here is passed over: whoever uses it refuses it.
  /// - Returns: The zone; the office's own where there are several.
  public func zone(of units: [String]) -> IndonesianZone {
    guard !office.regional.isEmpty else { return office.zone }
    let meant = units.compactMap { text in try? unitOrRegion(text) }
    let zones = Set(
      kecamatan.map(\.code).filter { code in
        meant.isEmpty || meant.contains { $0.kecamatan == code || $0.contains(code) }
      }.map(office.zone(of:)))
    return zones.count == 1 ? zones.first ?? office.zone : office.zone
  }
}
