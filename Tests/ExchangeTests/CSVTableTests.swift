import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import Foundation
import TestSupport
import Testing

/// Tables of answers as comma-separated values.
@Suite struct `a table for other programs` {
  /// A grid of one row whose columns have the keys k0, k1 and so on.
  private func grid(_ cells: [Cell]) -> Grid {
    let columns = cells.enumerated().map { place, cell in
      Column<Int>(key: "k\(place)", heading: "K\(place)") { _ in cell }
    }
    return Grid(columns, [1])
  }

  private func line(_ cells: [Cell], _ separator: CSVTable.Separator = .comma) -> String {
    let text = String(decoding: CSVTable(grid(cells), separator: separator).bytes, as: UTF8.self)
    return text.components(separatedBy: "\r\n")[1]
  }

  @Test func `has days, numbers and percentages as programs read them`() throws {
    let first = try #require(Quarter(year: 2026, number: 1))
    #expect(
      try line([
        .day(day("2026-03-31")), .due(nil, isLocal: true), .count(-12), .ratio(Ratio(7, of: 8)),
        .ratio(Ratio(0, of: 0)), .value(.index(Ratio(7634, of: 100)), grade: "B"), .flag(true),
        .period(period("2026-S1")), .quarter(first), .status(.onTime), .part(3, of: 6),
        .coded("63.05", label: "Tapin"), .role("camat", .national), .text(""), .none,
        .list([.text("sekcam"), .text("camat")]),
      ])
        == "2026-03-31,,-12,87.50,,76.34,ya,2026-S1,2026-TW1,tepat-waktu,3,63.05,camat,,,sekcam camat"
    )
  }

  @Test func `quotes what has a separator, a quote or a line break, and runs nothing`() {
    #expect(
      line([.text("a,b"), .text("a\"b"), .text("a\nb"), .text("=1"), .text("'x")])
        == "\"a,b\",\"a\"\"b\",\"a\nb\",'=1,''x")
    #expect(line([.text("a;b"), .text("a,b")], .semicolon) == "\"a;b\";a,b")
    #expect(line([.text("a\tb"), .text("c")], .tab) == "\"a\tb\"\tc")
  }

  @Test func `begins with the keys, ends each line with CR and LF, and has a mark on request`() {
    let bytes = CSVTable(grid([.text("a"), .text("b")]), byteOrderMark: true).bytes
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("k0,k1\r\na,b\r\n".utf8))
    #expect(CSVTable(grid([.text("a")])).bytes == Array("k0\r\na\r\n".utf8))
  }

  @Test func `joins tables of several kecamatan under one head`() throws {
    let text = { (key: String) in Column<Int>(key: key, heading: key) { .text("\(key)\($0)") } }
    let grid = Grid(joining: [
      Grid([text("a"), text("b")], [1]), Grid([text("c"), text("a")], [2, 3]),
    ])
    #expect(
      String(decoding: CSVTable(grid).bytes, as: UTF8.self)
        == "a,b,c\r\na1,b1,\r\na2,,c2\r\na3,,c3\r\n")
    #expect(grid.showing(["c", "x", "a"]).headings.map(\.key) == ["c", "a"])
  }
}
