import CivilCalendar
import ComplianceModel

/// What a field may have said before a spreadsheet showed it in another way.
struct CellReading: Hashable {
  /// What was undone, so that a file's later rows are read as its earlier ones were.
  enum Change: Hashable {
    case none
    case date(DateReading.Order)
    case number
    case letters
    case encoding
    case other
  }

  let text: String
  let change: Change

  init(_ text: String, _ change: Change = .none) {
    self.text = text
    self.change = change
  }
}

/// What the fields of a row may have said, most likely first.
struct CellReadings {
  /// The kecamatan of the ledger.
  let kecamatan: RegionCode
  /// What was undone last in each column, as rows proved it.
  private(set) var learned: [LedgerColumn: CellReading.Change] = [:]
  /// What stands behind `dicatat_pada` in the row that was proved last.
  private var offset: String?

  init(kecamatan: RegionCode) { self.kecamatan = kecamatan }

  /// Learns from a row that was proved.
  mutating func learn(_ readings: [(LedgerColumn, CellReading)]) {
    for (column, reading) in readings {
      if !reading.text.isEmpty { learned[column] = reading.change }
      if column == .recordedAt { offset = String(reading.text.suffix(6)) }
    }
  }

  /// What a cell may have said.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - column: Its column.
  ///   - number: The number of the row.
  ///   - file: The cell of `berkas` in the same row, which is named by the hash.
  /// - Returns: The readings, without repetition; at least one.
  func readings(
    of cell: String, in column: LedgerColumn, ofRow number: Int, file: String
  ) -> [CellReading] {
    var readings: [CellReading]
    switch column {
    case .number: readings = [CellReading(String(number))]
    case .recordedAt: readings = instants(cell)
    case .kind: readings = [CellReading(cell), CellReading(cell.lowercased(), .letters)]
    case .unit: readings = units(cell)
    case .period: readings = periods(cell)
    case .date, .received: readings = dates(cell)
    case .value: readings = values(cell)
    case .sha256: readings = hashes(cell, file)
    case .recorder, .subject, .file, .note: readings = texts(cell)
    case .chain: readings = [CellReading(cell)]
    }
    if let change = learned[column], change != .none {
      readings = readings.filter { $0.change == change } + readings.filter { $0.change != change }
    }
    var seen: Set<String> = []
    return readings.filter { seen.insert($0.text).inserted }
  }

  // MARK: - Columns with a form of their own

  private func dates(_ cell: String) -> [CellReading] {
    guard !cell.isEmpty, CivilDate(iso: Array(cell.utf8)[...]) == nil else {
      return [CellReading(cell)]
    }
    let read = DateReading.readings(of: cell).compactMap { reading in
      reading.date.map { CellReading($0.description, .date(reading.order)) }
    }
    return read + [CellReading(cell)]
  }

  private func periods(_ cell: String) -> [CellReading] {
    guard !cell.isEmpty, Period(cell) == nil else { return [CellReading(cell)] }
    let months = DateReading.readings(of: cell).compactMap { reading in
      reading.year.map { year in
        CellReading("\(year)-\(twoDigits(reading.month))", .date(reading.order))
      }
    }
    return months + [CellReading(cell), CellReading(cell.uppercased(), .letters)]
  }

  private func units(_ cell: String) -> [CellReading] {
    guard RegionCode(cell) == nil else { return [CellReading(cell)] }
    var codes: [String?] = []
    if cell.utf8.allSatisfy({ (0x30...0x39).contains($0) }), [6, 10].contains(cell.utf8.count) {
      let parts = [cell.prefix(2), cell.dropFirst(2).prefix(2), cell.dropFirst(4).prefix(2)]
      codes.append((parts + [cell.dropFirst(6)]).filter { !$0.isEmpty }.joined(separator: "."))
    }
    // 11.01.01 was taken for a day.
    codes += DateReading.readings(of: cell).map { reading in
      guard let year = reading.year, let day = reading.day else { return nil }
      return [day, reading.month, year % 100].map(twoDigits).joined(separator: ".")
    }
    codes.append(kecamatan.description)
    return codes.compactMap { $0.map { CellReading($0, .number) } } + [CellReading(cell)]
  }

  private func hashes(_ cell: String, _ file: String) -> [CellReading] {
    let name = file.split(separator: "/").last?.prefix(64)
    let named = name.flatMap { $0.utf8.count == 64 && !cell.isEmpty ? String($0) : nil }
    return [CellReading(cell), CellReading(cell.lowercased(), .letters)]
      + (named.map { [CellReading($0, .other)] } ?? [])
  }

  private func instants(_ cell: String) -> [CellReading] {
    guard ClockReading(cell) == nil else { return [CellReading(cell)] }
    let words = cell.split(separator: " ").map(String.init)
    guard words.count > 1, let clock = ClockText(words.dropFirst()) else {
      return [CellReading(cell)]
    }
    let offsets = [offset, "+08:00", "+07:00", "+09:00"].compactMap(\.self)
    var found: [CellReading] = []
    for reading in DateReading.readings(of: words[0]) {
      guard let date = reading.date else { continue }
      for offset in offsets {
        found += clock.texts.map {
          CellReading("\(date)T\($0)\(offset)", .date(reading.order))
        }
      }
    }
    return found + [CellReading(cell)]
  }

  // MARK: - Numbers and free text

  private func values(_ cell: String) -> [CellReading] {
    guard !cell.isEmpty else { return [CellReading(cell)] }
    var found = [CellReading(cell)]
    for reading in DateReading.readings(of: cell) {
      let change = CellReading.Change.date(reading.order)
      found += reading.shortTexts(separators: ["/", "."]).map { CellReading($0, change) }
    }
    return found + NumberText(cell).texts.map { CellReading($0, .number) }
  }

  private func texts(_ cell: String) -> [CellReading] {
    var found = [CellReading(cell)]
    // UTF-8 that was read as Windows-1252.
    if !cell.utf8.allSatisfy({ $0 < 0x80 }), let bytes = Windows1252.bytes(from: cell),
      let text = String(validating: bytes, as: UTF8.self)
    {
      found.append(CellReading(text, .encoding))
    }
    guard !cell.isEmpty, cell.utf8.count <= 24, cell.contains(where: \.isNumber) else {
      return found + truths(cell)
    }
    for reading in DateReading.readings(of: cell) {
      let change = CellReading.Change.date(reading.order)
      found += reading.longTexts.map { CellReading($0, change) }
      found += reading.shortTexts(separators: ["/", "-", "."]).map { CellReading($0, change) }
    }
    return found + NumberText(cell).texts.map { CellReading($0, .number) }
  }

  /// `true` and `benar` are logical values to a spreadsheet, which writes them in capitals.
  private func truths(_ cell: String) -> [CellReading] {
    guard ["TRUE", "FALSE", "BENAR", "SALAH"].contains(cell) else { return [] }
    return ["TRUE", "FALSE", "BENAR", "SALAH"].flatMap { word in
      [word.lowercased(), word.prefix(1) + word.dropFirst().lowercased(), word]
    }.map { CellReading($0, .letters) }
  }
}

/// A number in two digits at least.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
