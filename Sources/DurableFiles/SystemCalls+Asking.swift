public import SystemPackage

extension SystemCalls {
  /// These calls with a gate before each one: what the gate throws, the call throws instead.
  ///
  /// With it a test lets the Nth write, sync, rename or open fail.
  public func asking(
    _ gate: @escaping @Sendable (FileFailure.Operation) throws(Errno) -> Void
  ) -> SystemCalls {
    let calls = self
    var asked = self
    asked.open = { (place, access, options, permissions) throws(Errno) in
      try gate(options.contains(.create) ? .create : .open)
      return try calls.open(place, access, options, permissions)
    }
    asked.rewind = { (file) throws(Errno) in
      try gate(.read)
      try calls.rewind(file)
    }
    asked.read = { (file, buffer) throws(Errno) in
      try gate(.read)
      return try calls.read(file, buffer)
    }
    asked.readAt = { (file, buffer, offset) throws(Errno) in
      try gate(.read)
      return try calls.readAt(file, buffer, offset)
    }
    asked.write = { (file, buffer) throws(Errno) in
      try gate(.write)
      return try calls.write(file, buffer)
    }
    asked.sync = { (file) throws(Errno) in
      try gate(.sync)
      try calls.sync(file)
    }
    asked.syncData = { (file) throws(Errno) in
      try gate(.sync)
      try calls.syncData(file)
    }
    asked.syncFileSystem = { (file) throws(Errno) in
      try gate(.sync)
      try calls.syncFileSystem(file)
    }
    asked.truncate = { (file, length) throws(Errno) in
      try gate(.truncate)
      try calls.truncate(file, length)
    }
    asked.rename = { (old, new, replaces) throws(Errno) in
      try gate(.rename)
      try calls.rename(old, new, replaces)
    }
    asked.lock = { (file) throws(Errno) in
      try gate(.lock)
      try calls.lock(file)
    }
    asked.makeFolder = { (place, permissions) throws(Errno) in
      try gate(.makeFolder)
      try calls.makeFolder(place, permissions)
    }
    asked.remove = { (place) throws(Errno) in
      try gate(.remove)
      try calls.remove(place)
    }
    asked.removeFolder = { (place) throws(Errno) in
      try gate(.remove)
      try calls.removeFolder(place)
    }
    asked.list = { (place) throws(Errno) in
      try gate(.list)
      return try calls.list(place)
    }
    asked.inspect = { (file) throws(Errno) in
      try gate(.inspect)
      return try calls.inspect(file)
    }
    asked.inspectPath = { (place, followsLink) throws(Errno) in
      try gate(.inspect)
      return try calls.inspectPath(place, followsLink)
    }
    return asked
  }
}
