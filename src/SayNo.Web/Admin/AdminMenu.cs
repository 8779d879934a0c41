using SayNo.Content.Publishing;

namespace SayNo.Web.Admin;

/// <summary>The main menu of the admin; each module adds its screens.</summary>
public sealed class AdminMenu
{
    private readonly List<AdminMenuEntry> _entries = [];

    public AdminMenu(ModuleList modules)
    {
        foreach (var module in modules.All)
        {
            module.AddTo(this);
        }
    }

    public void Add(AdminMenuEntry entry) => _entries.Add(entry);

    /// <summary>What somebody can use, in order.</summary>
    public IEnumerable<AdminMenuEntry> For(Editor editor) => _entries.Where(entry => entry.IsFor(editor)).OrderBy(entry => entry.Order);
}

/// <summary>One screen in the menu.</summary>
/// <param name="Text">The English sentence that PO files translate.</param>
/// <param name="Path">Where it leads, such as <c>/admin/accounts</c>.</param>
/// <param name="Order">Lower comes first; content is 100 to 199, people 200 to 299, the site 300 to 399.</param>
/// <param name="IsFor">Whether somebody is shown it. The screen itself decides again.</param>
public sealed record AdminMenuEntry(string Text, string Path, int Order, Func<Editor, bool> IsFor);
