/// An error that says itself what stands against a request, of a module that lies above the words.
package protocol Objecting: Error {
  /// What stands against it, at least one thing.
  var objections: [Objection] { get }
}
