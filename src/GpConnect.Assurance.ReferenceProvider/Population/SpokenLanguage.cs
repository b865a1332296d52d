namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A language, by code and display of the human language code system.</summary>
internal sealed record SpokenLanguage(string Code, string Display, bool? InterpreterRequired = null);
