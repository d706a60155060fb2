internal import CalendarFiles
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// What is looked up in the region table and among the program's own data.
extension WorkspaceFounding {
  /// The kecamatan of a region, by code.
  static func offices(of region: RegionCode, in table: RegionTable) -> [Kecamatan] {
    guard region.level < .kecamatan else { return table.kecamatan(region).map { [$0] } ?? [] }
    return table.kecamatan().filter { region.isCountry || region.contains($0.code) }
  }

  /// The code of a kecamatan that is written as a code or as a name.
  static func code(
    of word: String, in table: RegionTable
  ) throws(WorkspaceFailure) -> RegionCode {
    if let code = RegionCode(written: word) { return code }
    let kecamatan = table.kecamatan()
    let bare = bareName(word)
    let named = kecamatan.map(\.unit).filter { unit in
      ([unit.name] + unit.otherNames).contains { bareName($0) == bare }
    }
    guard let only = named.first else {
      throw .unknownKecamatan(word, known: kecamatan.map(\.unit))
    }
    guard named.count == 1 else { throw .severalKecamatan(word, named) }
    return only.code
  }

  /// A name, folded, without what the region is: people write it, and some tables have it.
  private static func bareName(_ name: String) -> String {
    let words = name.split(separator: " ")
    let front = words.first.map { $0.lowercased().filter(\.isLetter) } ?? ""
    let isKind = words.count > 1 && ["kecamatan", "kec", "distrik"].contains(front)
    return ReportCalendar.folded(isKind ? words.dropFirst().joined(separator: " ") : name)
  }

  static func regions(
    _ path: FilePath?, _ data: ProgramData, _ files: FileSystem
  ) throws(WorkspaceFailure) -> RegionTable {
    if let path { return try RegionFile.table(path, files) }
    return try RegionFile.table(
      try data.read(data.officeTemplates.appending("wilayah.csv")),
      named: "Calendars/kantor/wilayah.csv")
  }

  /// The zones of some provinces.
  static func zones(
    of provinces: [RegionCode], _ data: ProgramData
  ) throws(WorkspaceFailure) -> [RegionCode: IndonesianZone] {
    let path = data.officeTemplates.appending("zona-waktu.csv")
    let text = String(decoding: try data.read(path), as: UTF8.self)
    var known: [RegionCode: IndonesianZone] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ",")
      if parts.count == 2, let province = RegionCode(parts[0]),
        let zone = IndonesianZone(rawValue: String(parts[1]))
      {
        known[province] = zone
      }
    }
    let wanted = Set(provinces)
    let unknown = wanted.filter { known[$0] == nil }.sorted()
    guard unknown.isEmpty else {
      throw .configuration(unknown.map(WorkspaceSentence.unknownZone))
    }
    return known.filter { wanted.contains($0.key) }
  }

  /// The names of the files of a folder, those of a kabupaten or a kecamatan, that speak of it.
  static func names(
    in folder: FilePath, _ data: ProgramData, _ files: FileSystem,
    where speaks: (YAMLText) -> Bool
  ) throws(WorkspaceFailure) -> [String] {
    var names: [String] = []
    for name in try data.names(in: folder) {
      let text = try data.text(folder.appending("\(name).yaml"))
      if let fault = text.fault { throw .configuration([fault]) }
      if speaks(text) { names.append(name) }
    }
    return names
  }
}

extension RegionCode {
  /// Whether the code is `00`, which stands for the whole country.
  var isCountry: Bool { level == .province && description == "00" }
}
