public import SystemPackage

extension FileSystem {
  /// What a path names; a symbolic link in its last place is not followed.
  ///
  /// - Returns: The kind of file; `nil` where there is nothing.
  /// - Throws: ``FileFailure`` where it cannot be told.
  public func type(of path: FilePath) throws(FileFailure) -> FileType? {
    do {
      return try call(.inspect, path) { () throws(Errno) in
        try calls.inspectPath(path, false)
      }.type
    } catch {
      if error.isMissing || error.errno == .notDirectory { return nil }
      throw error
    }
  }

  /// Everything below a folder but the folders themselves, in the order of its names.
  ///
  /// Symbolic links are told of and not followed, so that the walk ends.
  ///
  /// - Parameter folder: The folder; one that is missing is empty.
  /// - Returns: Paths relative to the folder, each with what it names.
  /// - Throws: ``FileFailure`` where a folder cannot be read.
  public func walk(_ folder: FilePath) throws(FileFailure) -> [(path: FilePath, type: FileType)] {
    var found: [(path: FilePath, type: FileType)] = []
    var waiting: [FilePath] = [""]
    while let place = waiting.popLast() {
      var below: [FilePath] = []
      for name in try names(in: folder.pushing(place)) {
        let path = place.appending(name)
        guard let type = try type(of: folder.pushing(path)) else { continue }
        if type == .directory { below.append(path) } else { found.append((path, type)) }
      }
      waiting += below.reversed()
    }
    return found
  }
}
