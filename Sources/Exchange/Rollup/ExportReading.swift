public import Answers
internal import Dispatch
public import DurableFiles
internal import Synchronization
internal import SystemPackage
public import Workspace

/// Many exports, read and judged on several processors.
public struct ExportReading: Sendable {
  /// A file that is no export that can be relied on.
  public struct Fault: Error, Hashable, Sendable {
    /// The file as it is named to the user.
    public let file: String
    /// What is wrong with it.
    public let cause: Cause

    /// What can be wrong with a file.
    public enum Cause: Hashable, Sendable {
      /// It is not well-formed, not valid, or contradicts itself.
      case faulty(FaultyDocument)
      /// It cannot be read.
      case unreadable(FileFailure)
      /// It could not be judged.
      case notJudged(XMLFailure)
    }

    /// Names a file and what is wrong with it.
    package init(file: String, cause: Cause) {
      self.file = file
      self.cause = cause
    }
  }

  /// The exports, in the order of the files.
  public let exports: [SubmittedExport]
  /// The files that are none, in their order.
  public let faults: [Fault]

  /// From so many files on a second processor saves more than its schema costs.
  private static let filesOfWorker = 16

  /// Reads exports.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - data: The program's own data, for the schema.
  ///   - processors: How many processors may be used, at least 1.
  ///   - fileSystem: The file system.
  ///   - progress: Is told how many files were read; on any of the threads.
  /// - Throws: `WorkspaceFailure` or ``XMLFailure`` for the schema.
  public init(
    _ files: ExportFiles, data: ProgramData, processors: Int, fileSystem: FileSystem = .live,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws {
    let sources = files.sources
    let name = KepatuhanExport.schemaName
    let xsd = try data.read(data.exports.appending(name))
    let workers = max(1, min(processors, sources.count / ExportReading.filesOfWorker))
    let next = Atomic(0)
    let done = Atomic(0)
    let results = Mutex([Result<SubmittedExport, Fault>?](repeating: nil, count: sources.count))
    let failure = Mutex<XMLFailure?>(nil)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      do throws(XMLFailure) {
        // A schema is not shared by threads: each reads its own.
        let reader = try SubmittedExportReader(xsdBytes: xsd, name: name)
        while true {
          let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard place < sources.count else { break }
          let result = ExportReading.result(sources[place], reader, fileSystem)
          results.withLock { $0[place] = result }
          progress(done.wrappingAdd(1, ordering: .relaxed).newValue)
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    var (exports, faults) = ([SubmittedExport](), [Fault]())
    for result in results.withLock({ $0 }) {
      switch result {
      case .success(let export): exports.append(export)
      case .failure(let fault): faults.append(fault)
      case nil: break
      }
    }
    self.exports = exports
    self.faults = faults
  }

  private static func result(
    _ source: ExportFiles.Source, _ reader: SubmittedExportReader, _ files: FileSystem
  ) -> Result<SubmittedExport, Fault> {
    do {
      return .success(
        try reader.export(named: source.name, reading: bytes(of: source, files)))
    } catch let fault as FaultyDocument {
      return .failure(Fault(file: source.name, cause: .faulty(fault)))
    } catch let failure as FileFailure {
      return .failure(Fault(file: source.name, cause: .unreadable(failure)))
    } catch let failure as XMLFailure {
      return .failure(Fault(file: source.name, cause: .notJudged(failure)))
    } catch {
      let errno = error as? Errno ?? .ioError
      return .failure(
        Fault(
          file: source.name,
          cause: .unreadable(FileFailure(.read, FilePath(source.name), .system(errno)))))
    }
  }

  /// What gives the bytes of a source, piece by piece.
  private static func bytes(
    of source: ExportFiles.Source, _ files: FileSystem
  ) throws(FileFailure) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    var rest = Limits.export
    let next: (UnsafeMutableRawBufferPointer) throws -> Int
    switch source {
    case .file(let path):
      let file = try files.openFollowing(path)
      next = { try file.next(into: $0) }
    case .standardInput: next = { try FileDescriptor.standardInput.read(into: $0) }
    }
    return { buffer in
      let count = try next(buffer)
      rest -= count
      guard rest >= 0 else {
        throw FileFailure(.read, FilePath(source.name), .tooLarge(most: Limits.export))
      }
      return count
    }
  }
}
