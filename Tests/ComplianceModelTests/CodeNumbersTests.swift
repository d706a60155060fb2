import Testing

@testable import ComplianceModel

/// Numbers by code.
struct CodeNumbersTests {
  @Test func `a code has the number that it was given last, and others have none`() {
    var table = CodeTable()
    let codes = ["LPPD", "LKPJ", "LKIP", "RFK"].map { table.intern($0) }
    var numbers = CodeNumbers()
    #expect(codes.allSatisfy { numbers[$0] == nil })
    numbers[codes[2]] = 7
    #expect(codes.map { numbers[$0] } == [nil, nil, 7, nil])
    numbers[codes[0]] = 0
    numbers[codes[2]] = 8
    #expect(codes.map { numbers[$0] } == [0, nil, 8, nil])
    numbers[codes[2]] = nil
    #expect(codes.map { numbers[$0] } == [0, nil, nil, nil])
  }
}
