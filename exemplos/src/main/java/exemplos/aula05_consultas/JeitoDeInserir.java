package exemplos.aula05_consultas;

import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;

/// Os seis caminhos que [InsercaoExperimento] compara.
enum JeitoDeInserir {
    AUTOCOMMIT("uma a uma, autocommit", new CargaComAutocommit()),
    UMA_A_UMA("uma a uma, uma transação", new CargaUmaAUma()),
    LOTE("lote", new CargaEmLote()),
    LOTE_REESCRITO("lote reescrito pelo driver", new CargaEmLote()),
    VETORES("vetores (unnest)", new CargaPorVetores()),
    COPY("COPY", new CargaPorCopy());

    final String nome;
    final Carregador carregador;

    JeitoDeInserir(String nome, Carregador carregador) {
        this.nome = nome;
        this.carregador = carregador;
    }

    Connection conectar(Banco banco, String host, int porta) throws SQLException {
        return this == LOTE_REESCRITO ? Fontes.conectarReescrevendoLotes(banco, host, porta) : Fontes.conectar(banco, host, porta);
    }

    /// Diz se há uma ida e volta para cada linha.
    boolean esperaPorLinha() {
        return this == AUTOCOMMIT || this == UMA_A_UMA;
    }
}
