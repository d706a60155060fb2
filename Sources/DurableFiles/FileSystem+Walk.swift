public import SystemPackage

extension FileSystem {
  /// Everything below a folder but the folders themselves, in the order of its names.
  ///
  /// Symbolic links are told of and not followed, so that the walk ends.
  ///
  /// - Parameter folder: The folder; one that is missing is empty.
  /// - Returns: Paths relative to the folder.
  /// - Throws: ``FileFailure`` where a folder cannot be read.
  public func walk(_ folder: FilePath) throws(FileFailure) -> [FilePath] {
    var found: [FilePath] = []
    var waiting: [FilePath] = [""]
    while let place = waiting.popLast() {
      var below: [FilePath] = []
      for name in try names(in: folder.pushing(place)) {
        let path = place.appending(name)
        guard let state = try state(of: folder.pushing(path)) else { continue }
        if state.kind == .folder { below.append(path) } else { found.append(path) }
      }
      waiting += below.reversed()
    }
    return found
  }
}
