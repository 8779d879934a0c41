using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SayNo.Host.Databases;

/// <summary>An SQLite database that lies in memory and belongs to whoever opened it, whatever database the site itself has.</summary>
public static class MemoryDatabase
{
    public static DbConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();

        return connection;
    }
}
