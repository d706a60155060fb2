import Foundation
import Testing

/// Programs of others that read what is exported; `Scripts/readers` installs them beside the build.
enum OtherReaders {
  /// The folder of their Python environment.
  private static let folder: URL = {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return repository.appending(path: ".build/readers/bin")
  }()

  /// The Python that has `icalendar` and `openpyxl`.
  static let python = folder.appending(path: "python").path

  /// The calendar program khal.
  static let khal = folder.appending(path: "khal").path

  /// Whether they are installed.
  static var areThere: Bool {
    [python, khal].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What is said where they are not.
  static let absence: Comment = "Scripts/readers has not installed icalendar, khal and openpyxl"
}
