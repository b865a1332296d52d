namespace GpConnect.Assurance.Validation;

/// <summary>Decides what the definitions carried cannot: whether a code is in a value set. Called from several threads at a time.</summary>
public interface ITerminologyService
{
    /// <param name="valueSet">Canonical URL, without a version.</param>
    /// <param name="system">URL of the code system.</param>
    CodeAnswer ValidateCode(string valueSet, string system, string code);
}
