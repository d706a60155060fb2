import TestSupport
import Testing

@testable import ComplianceModel

struct CodeTableTests {
  @Test func `codes are equal without regard to case and keep the first spelling`() {
    var table = CodeTable()
    let report = table.intern("RealisasiDes")
    #expect(table.intern("REALISASIDES") == report)
    #expect(table.intern("realisasides") == report)
    #expect(
      Array("realisasiDES".utf8).withUnsafeBufferPointer { table.intern(bytes: $0) } == report)
    #expect(table.code("rEALISASIdES") == report)
    #expect(table[report] == "RealisasiDes")
  }

  @Test func `a code that is not held is not found, nor added by looking`() {
    var table = CodeTable()
    #expect(table.code("LPPD") == nil)
    let report = table.intern("LPPD")
    #expect(table.code("LPPDesa") == nil)
    #expect(table.code("LPP") == nil)
    #expect(table.code("") == nil)
    #expect(table.code("LPPD") == report)
  }

  @Test func `only ASCII letters are folded`() {
    var table = CodeTable()
    // Each pair differs in the bit that tells the cases of letters apart.
    for (first, second) in [("[", "{"), ("@", "`"), ("Renja-P", "Renja\rP"), ("É", "é")] {
      #expect(table.intern(first) != table.intern(second), "\(first) \(second)")
    }
  }

  @Test func `many codes are told apart`() throws {
    var table = CodeTable()
    let codes = (0..<5_000).map { table.intern("Kode-\($0)") }
    #expect(Set(codes).count == 5_000)
    for (number, code) in codes.enumerated() {
      try #require(table[code] == "Kode-\(number)")
      try #require(table.code("kode-\(number)") == code)
    }
  }

  @Test func `a text that finds no room is counted, and one that is held is not`() {
    var table = CodeTable(capacity: 2)
    let first = table.intern("LPPD")
    let second = table.intern("LKIP")
    #expect(table.overflowCount == 0)
    #expect(table.intern("RFK") == second)
    #expect(table.overflowCount == 1)
    #expect(table.intern("lppd") == first)
    #expect(table.intern("LKIP") == second)
    #expect(table.overflowCount == 1)
    #expect(table.code("RFK") == nil)
  }
}
