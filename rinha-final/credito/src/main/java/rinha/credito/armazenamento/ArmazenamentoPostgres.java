package rinha.credito.armazenamento;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import rinha.credito.conta.Extrato;
import rinha.credito.conta.Pagina;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Transacao;

/// Contas no PostgreSQL. Durável: com `synchronous_commit` ligado, o COMMIT só volta depois do fsync do WAL.
public final class ArmazenamentoPostgres implements Armazenamento {
    private static final Duration PRAZO_DA_VERIFICACAO = Duration.ofSeconds(1);

    private final ConexoesPostgres conexoes;
    /// Quem este processo é na tabela `escritores`; sorteado, porque duas instâncias não podem coincidir.
    private final long escritor;
    /// O número do lote mais novo que já se tentou: quem volta com ele pode já ter sido aplicado.
    private final AtomicLong ultimoTentado = new AtomicLong();

    private ArmazenamentoPostgres(ConexoesPostgres conexoes, long escritor) {
        this.conexoes = conexoes;
        this.escritor = escritor;
    }

    /// Abre o pool sem esperar pelo banco: ele pode subir depois.
    public static ArmazenamentoPostgres abrir(OpcoesPostgres opcoes, RandomGenerator sorteio) {
        return new ArmazenamentoPostgres(ConexoesPostgres.abrir(opcoes), sorteio.nextLong());
    }

    @Override
    public void migrar() {
        conexoes.escrever(conexao -> {
            MigradorPostgres.migrar(conexao, Migracao.postgres());
            return null;
        });
    }

    @Override
    public Resultado aplicar(Transacao transacao) {
        return conexoes.escrever(conexao -> EscritasPostgres.aplicar(conexao, transacao));
    }

    @Override
    public List<Resultado> aplicarLote(long numero, List<Transacao> transacoes) {
        boolean primeiraTentativa = ultimoTentado.getAndSet(numero) < numero;
        return conexoes.escrever(conexao -> primeiraTentativa && transacoes.size() == 1
                ? List.of(EscritasPostgres.aplicarLoteDeUma(conexao, escritor, numero, transacoes.getFirst()))
                : EscritasPostgres.aplicarLote(conexao, escritor, numero, transacoes));
    }

    @Override
    public Optional<Extrato> extrato(int cliente) {
        return conexoes.ler(conexao -> LeiturasPostgres.extrato(conexao, cliente));
    }

    @Override
    public Optional<Pagina> transacoes(int cliente, long antesDe, int quantas) {
        return conexoes.ler(conexao -> LeiturasPostgres.transacoes(conexao, cliente, antesDe, quantas));
    }

    @Override
    public OptionalLong limite(int cliente) {
        return conexoes.ler(conexao -> LeiturasPostgres.limite(conexao, cliente));
    }

    @Override
    public void zerar() {
        conexoes.escrever(conexao -> {
            EscritasPostgres.zerar(conexao);
            return null;
        });
    }

    @Override
    public void verificar() {
        conexoes.ler(conexao -> {
            if (!conexao.isValid((int) PRAZO_DA_VERIFICACAO.toSeconds())) {
                throw new SQLException("a conexão não respondeu em " + PRAZO_DA_VERIFICACAO, "08006");
            }
            return null;
        });
    }

    @Override
    public void close() {
        conexoes.close();
    }
}
