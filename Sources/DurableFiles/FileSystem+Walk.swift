public import SystemPackage

extension FileSystem {
  /// Everything below a folder but the folders themselves, in the order of its names.
  ///
  /// Symbolic links are told of and not followed, so that the walk ends.
  ///
  /// - Parameter folder: The folder; one that is missing is empty.
  /// - Returns: Paths relative to the folder, and why folders below it could not be read: the rest is then there.
  public func walk(_ folder: FilePath) -> (found: [FilePath], failures: [FileFailure]) {
    var found: [FilePath] = []
    var failures: [FileFailure] = []
    var waiting: [FilePath] = [""]
    while let place = waiting.popLast() {
      var below: [FilePath] = []
      do throws(FileFailure) {
        for name in try names(in: folder.pushing(place)) {
          let path = place.appending(name.component)
          guard let state = try state(of: folder.pushing(path)) else { continue }
          if state.kind == .folder { below.append(path) } else { found.append(path) }
        }
      } catch {
        failures.append(error)
      }
      waiting += below.reversed()
    }
    return (found, failures)
  }
}
