using System.Text;

namespace SayNo.Web;

/// <summary>Makes a script small enough to travel inside the page.</summary>
public static class InlineScript
{
    /// <summary>Leaves out lines that are comments, and blanks around lines. The lines stay, so that nothing changes its meaning.</summary>
    public static string Shorten(string script)
    {
        var result = new StringBuilder(script.Length);

        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith("//", StringComparison.Ordinal))
            {
                result.Append(line).Append('\n');
            }
        }

        return result.ToString();
    }
}
