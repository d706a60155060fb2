internal import Deeds
internal import DurableFiles
internal import Exchange
internal import Spreadsheets
internal import SystemPackage

/// A workbook that a visitor sent, before it is read.
///
/// It is read once for each look, and again before it is recorded: what stands in it may be large, and is not kept
/// while a person reads a page.
struct SentWorkbook: Sendable {
  /// Its bytes; `nil` for more of them than are read.
  private let bytes: [UInt8]?
  /// The file of the running program, beside which that for workbooks lies.
  private let executable: FilePath

  /// Takes a table for a workbook where it is one; `nil` for comma-separated values.
  ///
  /// - Parameters:
  ///   - path: Where the table lies.
  ///   - name: Its name.
  ///   - executable: The file of the running program.
  /// - Throws: `FileFailure` where it cannot be read.
  init?(_ path: FilePath, named name: String, beside executable: FilePath) throws(FileFailure) {
    guard try TableImport.isWorkbook(path, named: name) else { return nil }
    self.executable = executable
    do throws(FileFailure) {
      guard let bytes = try FileSystem.live.read(path, atMost: Limits.workbook) else {
        throw FileFailure(.open, path, .system(.noSuchFileOrDirectory))
      }
      self.bytes = bytes
    } catch {
      guard case .tooLarge = error.reason else { throw error }
      bytes = nil
    }
  }

  /// What stands in it, as the program for workbooks reads it; nobody waits for that program on a thread that others
  /// need.
  ///
  /// - Returns: The content; or why the file is not read.
  /// - Throws: ``ShownTrouble`` where the program is the trouble, and not the file.
  func content() async throws -> Result<SheetContent, SheetRefusal> {
    guard let bytes else { return .failure(SheetRefusal(.tooLarge)) }
    do throws(SpreadsheetProgram.Failure) {
      return try await SpreadsheetProgram.content(of: bytes, beside: executable)
    } catch {
      throw ShownTrouble(trouble: .unreadWorkbook)
    }
  }
}
