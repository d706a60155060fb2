/// Everything that stands against a request to record something, of which nothing was then recorded.
///
/// A cause is a refusal, as data: ``UnitRefusal``, ``MeaningRefusal``, or one of the deed's own. Or it is
/// what opening the calendars, reading or writing the files threw: ``WorkspaceFailure``, `LedgerFailure`,
/// `FileFailure`, `CalendarNotCovered`.
public struct RequestFailure: Error {
  /// What stands against it, in the order of what was asked for; at least one.
  public let causes: [any Error]

  package init(_ causes: [any Error]) { self.causes = causes }

  /// Does something, and tells what it threw as one failure.
  package static func wrap<Value: ~Copyable>(
    _ body: () throws -> Value
  ) throws(RequestFailure) -> Value {
    do {
      return try body()
    } catch let failure as RequestFailure {
      throw failure
    } catch {
      throw RequestFailure([error])
    }
  }

  /// Does something with each of some elements, and gathers what stands against any of them.
  ///
  /// - Returns: What came of each.
  /// - Throws: The causes of all that failed.
  package static func gather<Element, Value>(
    _ elements: some Sequence<Element>, _ body: (Element) throws -> Value
  ) throws(RequestFailure) -> [Value] {
    var values: [Value] = []
    var causes: [any Error] = []
    for element in elements {
      do {
        values.append(try body(element))
      } catch let failure as RequestFailure {
        causes += failure.causes
      } catch {
        causes.append(error)
      }
    }
    guard causes.isEmpty else { throw RequestFailure(causes) }
    return values
  }
}
