using SayNo.Web.Admin;

namespace SayNo.Admin.Pages.Admin;

/// <summary>The first screen: what is to be done in the editor's country.</summary>
public sealed class IndexModel : AdminPage;
