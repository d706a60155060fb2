internal import SystemPackage

extension FilePath {
  /// The folder that the path lies in; `.` for a lone name.
  var folder: FilePath {
    let folder = removingLastComponent()
    return folder.isEmpty ? "." : folder
  }
}
