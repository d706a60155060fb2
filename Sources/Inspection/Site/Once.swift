internal import Workspace

/// A value that is read when somebody first asks for it; a failure to read it is kept like a value.
struct Once<Value> {
  private var result: Result<Value, WorkspaceFailure>?

  mutating func value(
    _ read: () throws(WorkspaceFailure) -> Value
  ) throws(WorkspaceFailure) -> Value {
    if let result { return try result.get() }
    let new: Result<Value, WorkspaceFailure>
    do throws(WorkspaceFailure) {
      new = .success(try read())
    } catch {
      new = .failure(error)
    }
    result = new
    return try new.get()
  }
}
