import DurableFiles
import SystemPackage
import TestSupport
import Testing

struct CSVStreamTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func stream(_ text: String, skipping skipped: Int = 0) throws -> CSVStream {
    try folder.write(text, to: "tabel.csv")
    return try CSVStream(folder.filePath.appending("tabel.csv"), skipping: skipped)
  }

  /// The fields of every row with its line, and the faults.
  private func read(_ text: String) throws -> (rows: [(Int, [String])], faults: [CSVFault]) {
    var stream = try stream(text)
    var fields: [CSVReader.Field] = []
    var rows: [(Int, [String])] = []
    var faults: [CSVFault] = []
    var isAtEnd = false
    while !isAtEnd {
      do throws(CSVStream.Failure) {
        if let row = try stream.next(&fields) {
          let reader = stream.reader
          rows.append((row.line, fields.map { reader.text($0) }))
        } else {
          isAtEnd = true
        }
      } catch {
        guard case .malformed(let fault) = error else { throw error }
        faults.append(fault)
      }
    }
    return (rows, faults)
  }

  @Test func `rows of a file of many pieces are those of the whole text`() throws {
    var random = SplitMix64(seed: 7)
    var text = ""
    for number in 0..<40_000 {
      switch random.next() % 8 {
      case 0: text += "\(number),\"kutip, \"\"ganda\"\"\",x\n"
      case 1: text += "\(number),\"dua\nbaris\",x\r\n"
      default: text += "\(number),biasa,desa é\n"
      }
    }
    var reader = CSVReader(Array(text.utf8))
    var fields: [CSVReader.Field] = []
    var expected: [(Int, [String])] = []
    while let row = try reader.next(&fields) {
      expected.append((row.line, fields.map { reader.text($0) }))
    }
    let (rows, faults) = try read(text)
    #expect(faults.isEmpty)
    #expect(rows.count == expected.count)
    #expect(zip(rows, expected).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 })
  }

  @Test func `a file may lack the last line end, and may be empty`() throws {
    #expect(try read("a,b\nc,d").rows.map(\.1) == [["a", "b"], ["c", "d"]])
    #expect(try read("").rows.isEmpty)
  }

  @Test func `what is skipped in front is no part of the first row`() throws {
    var stream = try stream("\u{FEFF}a,b\n", skipping: 3)
    var fields: [CSVReader.Field] = []
    _ = try stream.next(&fields)
    #expect(stream.reader.text(fields[0]) == "a")
  }

  @Test func `a quote that never closes is a fault, and the rows after it are read`() throws {
    let row = "1,benar,benar\n"
    let text = row + "2,\"tidak ditutup,x\n" + String(repeating: row, count: 200_000)
    let (rows, faults) = try read(text)
    #expect(faults.map(\.kind) == [.unclosedQuote])
    #expect(faults.first?.line == 2)
    #expect(faults.first?.column == 3)
    #expect(rows.count == 200_001)
    #expect(rows.last?.0 == 200_002)
  }

  @Test func `a row of more than a mebibyte ends the reading`() throws {
    let long = String(repeating: "x", count: CSVStream.longestRow + CSVStream.longestRow / 2)
    let (rows, faults) = try read("a,b\n" + long + "\nc,d\n")
    #expect(rows.map(\.1) == [["a", "b"]])
    #expect(faults.map(\.kind) == [.rowTooLong])
    #expect(faults.first?.line == 2)
  }

  @Test func `near rows leave the bytes as they are, and all rows come in the end`() throws {
    let text = (0..<60_000).map { "\($0),\"dua\nbaris\"\n" }.joined()
    var stream = try stream(text)
    var fields: [CSVReader.Field] = []
    var count = 0
    var pieces = 0
    while try stream.next(&fields) != nil {
      count += 1
      pieces += 1
      let first = stream.reader.content(fields[0])
      let place = fields[0]
      while try stream.next(&fields, nearOnly: true) != nil { count += 1 }
      #expect(stream.reader.content(place) == first)
    }
    #expect(count == 60_000)
    #expect(pieces > 2)
  }

  @Test func `what is no regular file is refused without waiting on it`() throws {
    #expect(throws: FileFailure.self) { try open("/dev/zero") }
    #expect(throws: FileFailure.self) { try open(folder.filePath) }
    #expect(throws: FileFailure.self) { try open(folder.filePath.appending("tidak-ada.csv")) }
  }

  private func open(_ path: FilePath) throws {
    var stream = try CSVStream(path)
    var fields: [CSVReader.Field] = []
    _ = try stream.next(&fields)
  }
}
