internal import ComplianceModel
internal import Workspace

/// Which unit a row speaks of: by its code, its name, the kecamatan that is named beside it.
extension ImportResolver {
  /// The unit of a row.
  ///
  /// - Parameters:
  ///   - text: A code or a name; blank for the kecamatan.
  ///   - name: The name beside a code, or a blank; it must be the unit's own.
  ///   - kecamatan: The kecamatan that the row names, or a blank.
  /// - Returns: The unit's code.
  /// - Throws: An ``ImportFault`` for what names no unit, or units that contradict each other.
  func unit(
    _ text: String, named name: String, in kecamatan: String
  ) throws(ImportFault) -> RegionCode {
    let office = try kecamatan.isEmpty ? nil : office(kecamatan)
    if text.isEmpty {
      if let office { return office.code }
      guard let only = workspace.kecamatan.first, workspace.kecamatan.count == 1 else {
        throw ImportFault(.unit, ImportSentence.noUnit)
      }
      return only.code
    }
    let unit = try unit(text, in: office)
    if let office, unit.kecamatan != office.code {
      throw ImportFault(
        .unit, ImportSentence.elsewhere(displayName(of: unit), than: displayName(of: office.code)))
    }
    guard name.isEmpty || isName(name, of: unit) else {
      throw ImportFault(
        .unitName, ImportSentence.otherName(name, than: displayName(of: unit), unit))
    }
    return unit
  }

  private func isName(_ name: String, of unit: RegionCode) -> Bool {
    switch names.match(name, suggesting: false) {
    case .one(let other): other == unit
    case .several(let units): units.contains { $0.code == unit }
    case .none: false
    }
  }

  private func unit(_ text: String, in office: Kecamatan?) throws(ImportFault) -> RegionCode {
    switch names.match(text, suggesting: isSuggesting) {
    case .one(let code): return code
    case .several(let units):
      let near = office.map { office in units.filter { $0.code.kecamatan == office.code } } ?? []
      if near.count == 1 { return near[0].code }
      throw ImportFault(.unit, ImportSentence.ambiguousUnit(text, units))
    case .none(let nearest):
      throw ImportFault(.unit, ImportSentence.unknownUnit(text, nearest: nearest))
    }
  }

  /// The kecamatan that a text names; a desa of its name is not meant.
  private func office(_ text: String) throws(ImportFault) -> Kecamatan {
    let codes: [RegionCode] =
      switch names.match(text, suggesting: false) {
      case .one(let code): [code]
      case .several(let units): units.map(\.code)
      case .none: []
      }
    let found = workspace.kecamatan.filter { codes.contains($0.code) }
    guard let office = found.first, found.count == 1 else {
      throw ImportFault(.kecamatan, ImportSentence.unknownKecamatan(text))
    }
    return office
  }

  /// A unit as it is printed.
  func displayName(of unit: RegionCode) -> String {
    workspace.kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? "\(unit)"
  }
}
