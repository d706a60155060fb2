import Foundation
import Testing

/// Programs of others that read what is exported; `Scripts/readers` installs them beside the build.
enum OtherReaders {
  /// The folder of the project.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of their Python environment.
  private static let folder = repository.appending(path: ".build/readers/bin")

  /// The Python that has `icalendar` and `openpyxl`.
  static let python = folder.appending(path: "python").path

  /// The calendar program khal.
  static let khal = folder.appending(path: "khal").path

  /// The command line of DuckDB.
  static let duckDB = folder.appending(path: "duckdb").path

  /// Whether they are installed.
  static var areThere: Bool {
    [python, khal, duckDB].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What is said where they are not.
  static let absence: Comment =
    "Scripts/readers has not installed icalendar, khal, openpyxl and DuckDB"
}
