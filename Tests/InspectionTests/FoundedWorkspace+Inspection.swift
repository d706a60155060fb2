import CivilCalendar
import ComplianceModel
import DurableFiles
import Inspection
import SystemPackage
import TestSupport
import Testing
import Workspace

extension FoundedWorkspace {
  /// Runs checks, all of them unless they are named, and gives what each found by its name.
  func inspect(
    _ names: [String]? = nil, on today: String = "2026-03-02", files: FileSystem = .live,
    programsBeside executable: FilePath? = nil
  ) throws -> [String: [Finding]] {
    let today = try day(today)
    let site = try Site(
      path, data: data, files: files, environment: { _ in nil }, programsBeside: executable
    ) { _ in today }
    let checks = try names.map { try $0.map { try #require(Checks.named($0)) } } ?? Checks.all
    return Dictionary(
      uniqueKeysWithValues: site.run(checks).map { ($0.check.name, $0.findings) })
  }

  /// What one check finds.
  func findings(of check: String) throws -> [Finding] {
    try #require(try inspect([check])[check])
  }
}

extension Finding {
  /// The finding as `file:line: what`.
  var line: String { "\(place.file):\(place.line): \(what)" }
}
