using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>What a discriminator may ask of the document beyond the element's own content.</summary>
internal interface IDocumentView
{
    /// <summary>The resource that a Reference points to; no node when the document does not hold it.</summary>
    FhirNode TargetOf(FhirNode reference);

    bool Conforms(FhirNode node, CompiledProfile profile);
}
