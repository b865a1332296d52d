using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The resource that a consumer sent, as far as it can be read (GPC-API-174).</summary>
internal static class SubmittedDocument
{
    /// <exception cref="RefusedException">The body is not well-formed, or not FHIR JSON or XML.</exception>
    public static FhirDocument Read(FhirRequest request)
    {
        var document = FhirReader.Read(request.Body, ContentNegotiation.OfBody(request));
        if (!document.IsReadable)
        {
            var fault = document.Issues.First(issue => issue.Severity == ReadingSeverity.Fatal);
            throw new RefusedException(
                request.Keeps(Rule.BodyIsWellFormed) ? SpineError.BadRequest : SpineError.InvalidResource,
                $"The body cannot be read (line {fault.Line}, column {fault.Column}): {fault.Message}");
        }

        var error = document.Issues.FirstOrDefault(issue => issue.Severity == ReadingSeverity.Error);
        return error is null
            ? document
            : throw new RefusedException(SpineError.InvalidResource, $"{error.Path} (line {error.Line}): {error.Message}");
    }

    /// <summary>The repeats of an element that may repeat, in order; in JSON it stands in an array.</summary>
    public static List<FhirNode> All(FhirNode parent, string element)
    {
        var found = new List<FhirNode>();
        foreach (var node in parent.ChildrenNamed(element))
        {
            if (node.Document.Format == FhirFormat.Json && !node.IsInArray)
            {
                throw new RefusedException(SpineError.InvalidResource, $"{node.Path}: an array is expected.");
            }

            found.Add(node);
        }

        return found;
    }

    /// <summary>The element, null when it is absent; it may not repeat, and in JSON stands in no array.</summary>
    public static FhirNode? One(FhirNode parent, string element)
    {
        var node = parent.Child(element);
        if (node.IsNone)
        {
            return null;
        }

        var repeats = 0;
        foreach (var _ in parent.ChildrenNamed(element))
        {
            repeats++;
        }

        return repeats > 1 || node.IsInArray
            ? throw new RefusedException(SpineError.InvalidResource, $"{node.Path}: one value is expected, and no array.")
            : node;
    }
}
