package curso.bancada.servicos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Deixa um banco usado igual a um recém-criado, para servir de novo com outro nome.
///
/// `create database` e `drop database` criam e apagam centenas de arquivos e forçam um checkpoint; apagar só o
/// que o uso criou custa algumas dezenas deles. O que a faxina não sabe limpar (extensões, objetos grandes,
/// transações preparadas) faz dela um «não»: o banco é apagado inteiro.
final class FaxinaDeBanco {

    private static final int ESPERA_MAXIMA_DAS_CONEXOES_MS = 2_000;

    private static final String DESLIGAR_OS_OUTROS = """
            select count(pg_terminate_backend(pid, %d))
              from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """.formatted(ESPERA_MAXIMA_DAS_CONEXOES_MS);

    private static final String ESVAZIAR = """
            do $$
            declare esquema text;
            begin
                for esquema in
                    select nspname from pg_namespace
                     where nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and nspname not like 'pg\\_%'
                loop
                    execute format('drop schema %I cascade', esquema);
                end loop;
                create schema public authorization pg_database_owner;
                grant usage on schema public to public;
                execute format('alter database %I reset all', current_database());
                perform pg_stat_reset();
            end $$
            """;

    private static final String SOBRAS = """
            select (select count(*) from pg_class where oid >= 16384)
                 + (select count(*) from pg_proc where oid >= 16384)
                 + (select count(*) from pg_type where oid >= 16384)
                 + (select count(*) from pg_extension where oid >= 16384)
                 + (select count(*) from pg_event_trigger)
                 + (select count(*) from pg_largeobject_metadata)
                 + (select count(*) from pg_prepared_xacts where database = current_database())
                 + (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid())
            """;

    /// Espera, por até um segundo, as conexões encerradas saírem de fato; se alguém insiste em entrar, falha.
    static final String REBATIZAR = """
            do $$
            begin
                for tentativa in 1..500 loop
                    perform pg_stat_clear_snapshot();
                    exit when not exists (select from pg_stat_activity where datname = '%s');
                    perform pg_sleep(0.002);
                end loop;
                if exists (select from pg_stat_activity where datname = '%s') then
                    raise exception 'ainda há conexões';
                end if;
            end $$;
            alter database %s rename to %s
            """;

    private FaxinaDeBanco() {}

    /// Diz se o banco ficou como novo; se não, quem chamou deve apagá-lo.
    static boolean limpar(EnderecoDoPostgres banco) {
        try (Connection conexao = banco.dataSource().getConnection(); Statement comando = conexao.createStatement()) {
            comando.execute(DESLIGAR_OS_OUTROS);
            comando.execute(ESVAZIAR);
            try (var sobras = comando.executeQuery(SOBRAS)) {
                return sobras.next() && sobras.getLong(1) == 0;
            }
        } catch (SQLException e) {
            return false;
        }
    }
}
