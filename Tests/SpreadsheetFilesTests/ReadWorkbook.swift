import Foundation
import SpreadsheetFiles
import Spreadsheets
import SystemPackage
import TestSupport
import Testing

/// What the reader says of the bytes of a file.
func content(of bytes: [UInt8]) throws -> Result<SheetContent, SheetRefusal> {
  let folder = try TemporaryFolder()
  let path = try folder.write(bytes, to: "buku.xlsx")
  let file = try FileDescriptor.open(FilePath(path), .readOnly)
  var records: [UInt8] = []
  try file.closeAfter { WorkbookReader.read(file) { records += $0.bytes } }
  return try #require(SheetText.content(of: records), "the records are no content")
}

/// The text of the sheets of a workbook, by their names.
func texts(of workbook: MadeWorkbook) throws -> [String: String] {
  let content = try content(of: workbook.bytes).get()
  return Dictionary(
    uniqueKeysWithValues: content.sheets.map { ($0.name, String(decoding: $0.text, as: UTF8.self)) }
  )
}

/// The lines of the first sheet of a workbook.
func lines(of workbook: MadeWorkbook) throws -> [String] {
  let content = try content(of: workbook.bytes).get()
  let text = String(decoding: content.sheets.first?.text ?? [], as: UTF8.self)
  return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
}

/// Why a file is not read.
func refusal(of bytes: [UInt8]) throws -> SheetRefusal {
  let result = try content(of: bytes)
  guard case .failure(let refusal) = result else {
    Issue.record("it was read: \(result)")
    throw CancellationError()
  }
  return refusal
}
