import ComplianceModel
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Whatever is done to the rows shows, with the file and the row.
@Suite struct `Forgery of a ledger` {
  private let office: ForgedOffice

  init() throws { office = try ForgedOffice() }

  @Test func `what was recorded honestly has no fault`() throws {
    #expect(try office.faults(Checks.all.map(\.name)) == [])
    #expect(try office.faults(against: try office.marks()) == [])
  }

  @Test func `every field of every row is sealed`() throws {
    for name in ForgedOffice.names {
      let lines = try office.lines(name)
      for (index, line) in lines.enumerated() {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(fields.count == 14)
        for column in fields.indices {
          // A character more, or one less.
          let isLonger = fields[column].isEmpty || (index + column).isMultiple(of: 2)
          var forged = fields
          forged[column] = isLonger ? fields[column] + "9" : String(fields[column].dropLast())
          var forgedLines = lines
          forgedLines[index] = forged.joined(separator: ",")
          try office.write(forgedLines, to: name)
          #expect(
            try office.faults(["buku"]).contains("\(name):\(index + 2)"),
            "\(name) row \(index + 1) column \(column)")
        }
      }
      try office.write(lines, to: name)
    }
  }

  @Test func `a row that was taken out shows where the next one stands`() throws {
    for name in ForgedOffice.names {
      let lines = try office.lines(name)
      for index in lines.indices.dropLast() {
        var forged = lines
        forged.remove(at: index)
        try office.write(forged, to: name)
        #expect(try office.faults(["buku"]).first == "\(name):\(index + 2)")
      }
      try office.write(lines, to: name)
    }
  }

  @Test func `two rows that changed places show at the first of them`() throws {
    for name in ForgedOffice.names {
      let lines = try office.lines(name)
      for first in lines.indices {
        for second in lines.indices where second > first {
          var forged = lines
          forged.swapAt(first, second)
          try office.write(forged, to: name)
          #expect(try office.faults(["buku"]).first == "\(name):\(first + 2)")
        }
      }
      try office.write(lines, to: name)
    }
  }

  @Test func `a row that was put in shows, even with a chain that fits the rows before`() throws {
    let name = ForgedOffice.names[0]
    let lines = try office.lines(name)
    for index in lines.indices {
      // The ledger as it would be, had the forged row been recorded there.
      let other = try TemporaryFolder()
      try ForgedOffice.record(in: other.filePath, folder: other) { number, entry in
        if number == index + 1 { entry.note = "selipan" }
      }
      let row = try other.text(of: name).split(separator: "\n").map(String.init)[index + 1]
      try office.write(lines[..<index] + [row] + lines[index...], to: name)
      #expect(try office.faults(["buku"]).first == "\(name):\(index + 3)")
      // The same row twice.
      try office.write(lines[..<index] + [lines[index]] + lines[index...], to: name)
      #expect(try office.faults(["buku"]).first == "\(name):\(index + 3)")
    }
  }

  @Test(arguments: [(0, 1), (1, 2), (0, 2)])
  func `ledgers of two years or two kecamatan cannot change places`(
    _ first: Int, _ second: Int
  ) throws {
    let names = [ForgedOffice.names[first], ForgedOffice.names[second]]
    let texts = try names.map(office.text)
    try office.founded.folder.write(texts[1], to: names[0])
    try office.founded.folder.write(texts[0], to: names[1])
    let faults = try office.faults(["buku"])
    #expect(faults.contains("\(names[0]):2"))
    #expect(faults.contains("\(names[1]):2"))
  }

  @Test func `evidence that was replaced shows at every row that names it`() throws {
    let paths = office.founded.folder.files.filter { $0.hasPrefix("dokumen/") }
    #expect(paths.count == 9)
    for path in paths {
      let bytes = try office.founded.folder.bytes(of: path)
      try office.founded.folder.write(bytes + [0x20], to: path)
      var expected: [String] = []
      for name in ForgedOffice.names.sorted() {
        for (index, line) in try office.lines(name).enumerated() where line.contains(",\(path),") {
          expected.append("\(name):\(index + 2)")
        }
      }
      #expect(!expected.isEmpty)
      #expect(try office.faults(["bukti"]) == expected)
      try office.founded.folder.write(bytes, to: path)
    }
    #expect(try office.faults(["bukti"]) == [])
  }

  // MARK: - What the chain alone cannot show

  @Test func `rows cut off the end are found against an export and against a copy`() throws {
    let marks = try office.marks()
    let copy = try office.copy()
    for name in ForgedOffice.names {
      let lines = try office.lines(name)
      for count in 0..<lines.count {
        try office.write(Array(lines[..<count]), to: name)
        #expect(try office.faults(["buku"]) == [])
        let found = try office.faults(against: marks)
        #expect(found.map(\.place) == [SourcePlace(file: name, line: count + 1, column: 1)])
        #expect(found.first?.what.contains("\(lines.count - count) baris di akhir hilang") == true)
        let comparison = try office.compare(copy)
        #expect(comparison.faults(in: copy) == ["\(name):\(count + 2)"])
        #expect(
          comparison.findings.first?.what.hasPrefix("salinan memuat \(lines.count - count) baris")
            == true)
      }
      try office.write(lines, to: name)
    }
  }

  @Test func `a ledger that was written anew is found against an export and a copy`() throws {
    let marks = try office.marks()
    let copy = try office.copy()
    for forged in 1...12 {
      let other = try TemporaryFolder()
      try ForgedOffice.record(in: other.filePath, folder: other) { number, entry in
        if number == forged { entry.note = "tanggal lain" }
      }
      for name in ForgedOffice.names {
        try office.founded.folder.write(try other.bytes(of: name), to: name)
      }
      #expect(try office.faults(["buku"]) == [])
      let (file, row) = forged <= 4 ? (0, forged) : forged <= 9 ? (1, forged - 4) : (2, forged - 9)
      let name = ForgedOffice.names[file]
      let found = try office.faults(against: marks)
      #expect(found.map(\.place.file) == [name])
      #expect(found.map(\.place.line) == [try office.lines(name).count + 1])
      #expect(found.first?.what.contains("ditulis ulang") == true)
      #expect(try office.compare(copy).faults(in: copy) == ["\(name):\(row + 1)"])
    }
  }
}
