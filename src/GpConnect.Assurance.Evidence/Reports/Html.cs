using System.Buffers;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Writes HTML in which text can only ever be text.</summary>
/// <remarks>
/// There is no way to write markup from a string: element and attribute names are checked, text and attribute values are escaped,
/// attributes that could run or load something are refused, links lead only into the page and the run's folder.
/// </remarks>
internal sealed class Html(TextWriter output)
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "input" };

    private static readonly SearchValues<char> MarkupInText = SearchValues.Create("<>&");

    /// <summary>Attribute values always stand in double quotes.</summary>
    private static readonly SearchValues<char> MarkupInAttribute = SearchValues.Create("<>&\"");

    /// <summary>Elements that begin a line of the file, so that a person can read it and compare it with another.</summary>
    private static readonly HashSet<string> Block = new(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "article", "details", "summary", "div", "form",
        "h1", "h2", "h3", "h4", "h5", "p", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "script",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "hidden", "scope", "colspan", "tabindex", "role", "type", "for",
        "value", "open", "datetime", "selected", "viewBox", "preserveAspectRatio", "x", "y", "width", "height", "title", "autocomplete", "spellcheck",
    };

    public Html Doctype()
    {
        output.Write("<!DOCTYPE html>");
        return this;
    }

    /// <summary>Opens an element; what is written until it is disposed stands in it.</summary>
    public Scope In(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        return new Scope(this, element);
    }

    /// <summary>An element with text in it, or none.</summary>
    public Html Put(string element, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        if (Void.Contains(element))
        {
            return this;
        }

        Text(text);
        Close(element);
        return this;
    }

    public Html Text(string? text)
    {
        Escape(text ?? "", MarkupInText);
        return this;
    }

    /// <summary>The product's own style sheet or script, the only content that is not escaped.</summary>
    public Html Put(InlineBlock block)
    {
        Open(block.Element, []);
        output.Write(block.Content);
        Close(block.Element);
        return this;
    }

    private void Escape(string text, SearchValues<char> markup)
    {
        var left = PlainText.Visible(text).AsSpan();
        for (var at = left.IndexOfAny(markup); at >= 0; at = left.IndexOfAny(markup))
        {
            output.Write(left[..at]);
            output.Write(left[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
            left = left[(at + 1)..];
        }

        output.Write(left);
    }

    private void Open(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Require(element.Length > 0 && element.All(char.IsAsciiLetterOrDigit), $"<{element}> is not an element");
        if (Block.Contains(element))
        {
            output.Write('\n');
        }

        output.Write('<');
        output.Write(element);
        foreach (var (name, value) in attributes)
        {
            WriteAttribute(name, value);
        }

        // The parser drops a line break that follows <pre> at once; this one is for it to drop, so that none of the text's own is lost.
        output.Write(element == "pre" ? ">\n" : ">");
    }

    private void WriteAttribute(string name, string? value)
    {
        Require(Attributes.Contains(name) || name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal), $"{name} is not allowed");
        Require(name != "href" || value is ['#', ..] || value?.StartsWith($"{EvidenceFiles.Exchanges}/", StringComparison.Ordinal) == true, $"{value} leads out of the report");
        if (value is null)
        {
            return;
        }

        output.Write(' ');
        output.Write(name);
        if (value.Length > 0)
        {
            output.Write("=\"");
            Escape(value, MarkupInAttribute);
            output.Write('"');
        }
    }

    private void Close(string element)
    {
        output.Write("</");
        output.Write(element);
        output.Write('>');
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }

    /// <summary>An open element.</summary>
    public readonly struct Scope(Html html, string element) : IDisposable
    {
        public void Dispose() => html.Close(element);
    }
}
