public import CivilCalendar
public import ComplianceModel

/// What the name of a file in the drop folder says: unit, report, period, date, and what is not understood.
///
/// Nothing of it is guessed: what could be read in two ways is kept as two readings, and a word that no
/// part explains is kept as left over.
public struct DroppedName: Sendable {
  /// What the folders and the name say of the unit.
  public enum Place: Hashable, Sendable {
    /// Nothing.
    case unsaid
    /// These units fit: one, or several that bear the same name.
    case units(Set<RegionCode>)
    /// A folder, a code or a desa that is not watched here.
    case unknown(String)
    /// Units that exclude each other, or a name in the file's own name that several bear.
    case conflicting(Set<RegionCode>)
  }

  /// A day that is written in the name.
  public struct WrittenDay: Hashable, Sendable {
    /// The day, read as Indonesia writes dates.
    public let date: CivilDate
    /// What two digits for each part are with the year first, where that is another day.
    public let turned: CivilDate?
  }

  /// What a folder says of time: years of offices and of archives, which name no period.
  struct FolderTime {
    let folder: String
    let dates: [CivilDate]
    let periods: [Period]
    let partsWithoutYear: [NameScan.PartOfYear]
  }

  /// The unit.
  public let place: Place
  /// The words that name a report at some level, folded as `ReportCalendar.folded(_:)` does, none in
  /// another; those of the folders behind those of the name.
  public let reportWords: [String]
  /// The days, each once.
  public let days: [WrittenDay]
  /// What is written as a date and is none.
  public let impossibleDates: [String]
  /// The periods, each once.
  public let periods: [Period]
  /// Whether a quarter, semester or month stands without its year.
  public let lacksYear: Bool
  /// Words that no part of the reading explains and that are nearly the name of a unit, with that
  /// name.
  public let nearlyUnit: (word: String, name: String)?

  let folderTimes: [FolderTime]
  let leftovers: [NameScan.Leftover]
  /// The words that name a report, as they were written.
  let reportTexts: [(folded: String, text: String)]

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folders: The names of the folders that it lies in, the outermost first.
  ///   - words: What is known here.
  public init(_ name: String, in folders: [String], words: NameWords) {
    let above = folders.map { NameScan($0, words, isFolder: true) }
    var context: Place = .unsaid
    for (folder, scan) in zip(folders, above) {
      let isUnderstood = scan.leftovers(isUnitCertain: false, isPlaced: true).isEmpty
      let said: Place = scan.place == .unsaid && !isUnderstood ? .unknown(folder) : scan.place
      context = DroppedName.joined(context, said)
    }
    let scan = NameScan(DroppedName.withoutExtension(name), words, isFolder: false)
    let place: Place =
      switch (context, scan.place) {
      case (.unsaid, .unsaid): scan.strayDesa.map(Place.unknown) ?? .unsaid
      case (.unsaid, .units(let several)) where several.count > 1: .conflicting(several)
      // A folder that is unknown still leaves the word to the name, but never to the kecamatan.
      case (.unknown, .units), (_, .unknown), (_, .conflicting): scan.place
      default: DroppedName.joined(context, scan.place)
      }
    self.place = place
    days = scan.dates
    impossibleDates = scan.impossibleDates
    periods = scan.periods
    lacksYear = !scan.partsWithoutYear.isEmpty
    nearlyUnit = scan.nearlyUnit
    var isUnitCertain = scan.hasCode
    if case .units(let units) = context, units.count == 1 { isUnitCertain = true }
    let isPlaced = place != .unsaid
    leftovers =
      above.flatMap { $0.leftovers(isUnitCertain: false, isPlaced: isPlaced) }
      + scan.leftovers(isUnitCertain: isUnitCertain, isPlaced: isPlaced)
    reportTexts = scan.reportWords + above.flatMap(\.reportWords)
    reportWords = reportTexts.map(\.folded).unique
    folderTimes = zip(folders, above).map {
      FolderTime(
        folder: $0, dates: $1.dates.map(\.date), periods: $1.periods,
        partsWithoutYear: $1.partsWithoutYear)
    }
  }

  /// Finds the words that are not understood.
  ///
  /// - Parameter allowed: Words, and phrases of several words, that the report allows, folded.
  /// - Returns: The words, neighbours together.
  public func notUnderstood(allowing allowed: Set<String> = []) -> [String] {
    var isAllowed = leftovers.map { _ in false }
    for start in leftovers.indices {
      var phrase = ""
      for end in start..<leftovers.count {
        guard end == start || leftovers[end].isContinued else { break }
        phrase += leftovers[end].folded
        guard allowed.contains(phrase) else { continue }
        for index in start...end { isAllowed[index] = true }
      }
    }
    var found: [String] = []
    var last: Int?
    for (index, leftover) in leftovers.enumerated() where !isAllowed[index] {
      if leftover.isContinued, last == index - 1, let phrase = found.popLast() {
        found.append("\(phrase) \(leftover.text)")
      } else {
        found.append(leftover.text)
      }
      last = index
    }
    return found
  }

  /// What follows the last dot may be a part of a code or a desa as well as an extension.
  private static func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    let isExtension = [
      "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
      "jpg", "jpeg", "png", "tif", "tiff", "zip", "rar", "7z", "p7m", "p7s", "xml", "html", "eml",
    ].contains(name[name.index(after: dot)...].lowercased())
    return isExtension ? String(name[..<dot]) : name
  }

  /// What an outer and an inner folder, or a folder and a name, say together: of a kecamatan and a
  /// desa in it, the desa.
  private static func joined(_ outer: Place, _ inner: Place) -> Place {
    switch (outer, inner) {
    case (.unsaid, _): return inner
    case (_, .unsaid): return outer
    case (.units(let outers), .units(let inners)):
      let fitting = outers.flatMap { outer in
        inners.compactMap { inner in
          outer.contains(inner) ? inner : inner.contains(outer) ? outer : nil
        }
      }
      return fitting.isEmpty ? .conflicting(outers.union(inners)) : .units(Set(fitting))
    // What is not understood of a folder below a desa's is left over.
    case (.units, .unknown): return outer
    case (.unknown, .units), (.units, .conflicting): return inner
    default: return outer
    }
  }
}
